package org.opponency.report.notebook;

import static com.google.common.truth.Truth.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.NetworkId;
import org.opponency.images.RgbImage;
import org.opponency.report.ContactSheet;
import org.opponency.report.Examples;
import org.opponency.report.Examples.RunAccuracy;
import org.opponency.report.Figures;
import org.opponency.report.draw.ChartDrawing;
import org.opponency.report.table.ResultTable;
import org.opponency.study.networks.Scale;
import org.opponency.training.Recipe;

class ShowingTest {
  private static final List<RunAccuracy> ROWS = List.of(new RunAccuracy(4, 1, 0.5, false));
  private static final RgbImage IMAGE = Examples.grey(4, 4, 9);

  @Test
  void figuresArePicturesWithTheirCaptionBelow() {
    var figure =
        Figures.accuracy(
            Examples.accuracy(
                Scale.LAPTOP, List.of(ROWS.get(0), new RunAccuracy(8, 1, 0.63, false))));

    List<DisplayForms> shown = Showing.of(figure);

    assertThat(shown.get(0).text()).startsWith("[figure-05-accuracy] Accuracy by");
    assertThat(picture(shown.get(0)).get("width")).isEqualTo(333);
    assertThat(alt(shown.get(0))).startsWith("Accuracy by bottleneck width. Top-1 accuracy rises");
    assertThat(alt(shown.get(0))).contains("Data: 2 rows, width 4 to 8, run 1, ");
    assertThat(alt(shown.get(0))).contains("top1 50.0 % to 63.0 %");
    assertThat(html(shown.get(1))).startsWith("<p>Top-1 accuracy on the validation set");
  }

  @Test
  void recordsAndListsOfThemAreTables() {
    DisplayForms rows = only(ROWS);

    assertThat(only(ROWS.get(0))).isEqualTo(rows);
    assertThat(only(ResultTable.of(ROWS))).isEqualTo(rows);
    assertThat(only(ResultTable.of(ROWS).table())).isEqualTo(rows);
    assertThat(html(rows)).contains("<table");
    assertThat(rows.text()).startsWith("width  run  accuracy  dead");
  }

  @Test
  void whatWasMeasuredIsATable() {
    var network = new NetworkId("width 4, run 0", 4, 0, 0, false);

    DisplayForms shown = only(List.of(new Measured<>(network, 0.25)));

    assertThat(html(shown)).contains("<table");
    assertThat(shown.text()).contains("width 4, run 0");
    assertThat(shown.text()).contains("0.2500");
  }

  @Test
  void resultsAreTheTableOfTheirRows() {
    var results = Examples.accuracy(Scale.LAPTOP, ROWS);

    assertThat(only(results)).isEqualTo(only(results.rows()));
    assertThat(html(only(results))).contains("<table");
    assertThat(only(results).text()).contains("50.0 %");
  }

  record Path(String step, Path next) {}

  @Test
  void recordsThatAreNoRowsAreTexts() {
    var recipe = Recipe.cifar10();
    var path = new Path("a", new Path("b", null));

    assertThat(only(recipe)).isEqualTo(DisplayForms.text(recipe.toString()));
    assertThat(only(List.of(recipe, recipe)).text()).isEqualTo(recipe + "\n" + recipe);
    assertThat(only(path)).isEqualTo(DisplayForms.text(path.toString()));
    assertThat(only(List.of(path, ROWS.get(0))).text()).isEqualTo(path + "\n" + ROWS.get(0));
    assertThat(only(new Measured<>(null, List.of(1))).text()).startsWith("Measured[");
    assertThat(only(Arrays.asList(ROWS.get(0), null)).text()).isEqualTo(ROWS.get(0) + "\nnull");
  }

  @Test
  void imagesAreEnlarged() {
    assertThat(picture(only(IMAGE)))
        .containsExactly("width", 192, "height", 192, "alt", "1 image in 1 column");
    assertThat(picture(only(List.of(IMAGE, IMAGE))))
        .containsExactly("width", 176, "height", 84, "alt", "2 images in 2 columns");
    DisplayForms own = only(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB));
    assertThat(picture(own))
        .containsExactly("width", 2, "height", 1, "alt", "picture, 3 x 2 pixels");
    assertThat(own.text()).isEqualTo("[picture, 3 x 2 pixels]");
  }

  @Test
  void contactSheetsAreReadOut() {
    var sheet = ContactSheet.of(List.of(IMAGE, IMAGE)).captions(List.of("an apple", "a\nbanana"));

    assertThat(alt(only(sheet))).isEqualTo("2 images in 2 columns: an apple, a banana");
    assertThat(alt(only(sheet.columns(1).rowLabels(List.of("ripe", "green")))))
        .isEqualTo("2 images in 1 column: ripe, green, an apple, a banana");
  }

  @Test
  void chartsArePictures() {
    XYChart chart = new XYChartBuilder().width(200).height(100).title("Learning").build();
    chart.addSeries("loss", new double[] {1, 2}, new double[] {2.5, 0.5});

    DisplayForms shown = only(chart);

    assertThat(picture(shown))
        .containsExactly(
            "width",
            200,
            "height",
            100,
            "alt",
            "chart: Learning: loss, x from 1.000 to 2.000, y from 0.5000 to 2.500");
    assertThat(alt(only(new ChartDrawing(chart)))).isEqualTo("drawing, 200 x 100 points");
  }

  @Test
  void withoutANotebookTheTextIsPrinted() {
    var bytes = new ByteArrayOutputStream();
    var before = System.out;
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      Notebook.show(ROWS);
      Notebook.show(List.of(IMAGE));
      Notebook.show("76.2 %");
      Notebook.show("");
    } finally {
      System.setOut(before);
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines().toList())
        .containsExactly(
            "width  run  accuracy  dead",
            "-----  ---  --------  ----",
            "    4    1    0.5000  no",
            "[1 image in 1 column]",
            "76.2 %")
        .inOrder();
  }

  @Test
  void everythingElseIsText() {
    assertThat(only("76.2 %")).isEqualTo(DisplayForms.text("76.2 %"));
    assertThat(only(List.of("one warning", "another")).text()).isEqualTo("one warning\nanother");
    assertThat(only(List.of()).text()).isEqualTo("(none)");
    assertThat(only(null).text()).isEqualTo("null");
  }

  private static DisplayForms only(Object value) {
    List<DisplayForms> shown = Showing.of(value);
    assertThat(shown).hasSize(1);
    return shown.get(0);
  }

  private static String html(DisplayForms forms) {
    return forms.data().get("text/html").toString();
  }

  private static Map<?, ?> picture(DisplayForms forms) {
    assertThat(forms.data()).containsKey("image/png");
    return (Map<?, ?>) forms.metadata().get("image/png");
  }

  private static String alt(DisplayForms forms) {
    return picture(forms).get("alt").toString();
  }
}
