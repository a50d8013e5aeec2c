package org.opponency.report.notebook;

import static com.google.common.truth.Truth.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opponency.images.RgbImage;
import org.opponency.report.Examples;
import org.opponency.report.Examples.RunAccuracy;
import org.opponency.report.Figures;
import org.opponency.report.table.ResultTable;
import org.opponency.study.networks.Scale;

class ShowingTest {
  private static final List<RunAccuracy> ROWS = List.of(new RunAccuracy(4, 1, 0.5, false));
  private static final RgbImage IMAGE = Examples.grey(4, 4, 9);

  private final List<String> shown = new ArrayList<>();
  private final Showing showing =
      new Showing(
          new DisplaySurface() {
            @Override
            public void html(String html, String text) {
              shown.add("html " + html + "|" + text);
            }

            @Override
            public void image(BufferedImage image, String text) {
              shown.add("image " + image.getWidth() + " " + text);
            }

            @Override
            public void text(String text) {
              shown.add("text " + text);
            }
          });

  @Test
  void figuresArePicturesWithTheirCaptionBelow() {
    var figure = Figures.accuracy(Examples.accuracy(Scale.LAPTOP, ROWS));
    showing.show(figure);
    assertThat(shown.get(0)).startsWith("image 666 [figure-05-accuracy] Accuracy by");
    assertThat(shown.get(1)).startsWith("html <p>Top-1 accuracy on the validation set");
  }

  @Test
  void recordsAndListsOfThemAreTables() {
    showing.show(ROWS);
    showing.show(ROWS.get(0));
    showing.show(ResultTable.of(ROWS));
    showing.show(ResultTable.of(ROWS).table());
    assertThat(shown).hasSize(4);
    assertThat(shown.stream().distinct().toList()).hasSize(1);
    assertThat(shown.get(0)).contains("<table");
    assertThat(shown.get(0)).contains("width  run  accuracy  dead");
  }

  @Test
  void resultsAreTheTableOfTheirRows() {
    var results = Examples.accuracy(Scale.LAPTOP, ROWS);
    showing.show(results);
    showing.show(results.rows());
    assertThat(shown.get(0)).contains("<table");
    assertThat(shown.get(0)).isEqualTo(shown.get(1));
    assertThat(shown.get(0)).contains("50.0 %");
  }

  @Test
  void imagesAreEnlarged() {
    showing.show(IMAGE);
    showing.show(List.of(IMAGE, IMAGE));
    showing.show(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB));
    assertThat(shown.get(0)).startsWith("image 384 ");
    assertThat(shown.get(1)).startsWith("image 352 [2 images in 2 columns]");
    assertThat(shown.get(2)).isEqualTo("image 3 [3 x 2 pixels]");
  }

  @Test
  void withoutANotebookTheTextIsPrinted() {
    var bytes = new ByteArrayOutputStream();
    var plain = new Showing(new NotebookSurface());
    var before = System.out;
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      plain.show(ROWS);
      plain.show(List.of(IMAGE));
      plain.show("76.2 %");
    } finally {
      System.setOut(before);
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines().toList())
        .containsExactly(
            "width  run  accuracy  dead",
            "-----  ---  --------  ----",
            "    4    1    0.5000  no",
            "[1 images in 1 columns]",
            "76.2 %")
        .inOrder();
  }

  @Test
  void everythingElseIsText() {
    showing.show("76.2 %");
    showing.show(List.of("one warning", "another"));
    showing.show(List.of());
    showing.show(null);
    assertThat(shown)
        .containsExactly("text 76.2 %", "text one warning\nanother", "text (none)", "text null")
        .inOrder();
  }
}
