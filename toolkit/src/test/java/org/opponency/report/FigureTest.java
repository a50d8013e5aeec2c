package org.opponency.report;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.report.Examples.RunAccuracy;
import org.opponency.report.draw.CurveLine;
import org.opponency.report.draw.Drawing;
import org.opponency.report.notebook.Notebook;
import org.opponency.study.networks.Scale;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class FigureTest {
  private static final Figure FIGURE = figure();

  private static Figure figure() {
    return Figures.accuracy(
        Examples.accuracy(
            Scale.LAPTOP,
            List.of(new RunAccuracy(1, 1, 0.5, false), new RunAccuracy(2, 1, 0.6, false))));
  }

  @Test
  void savesFiveFiles(@TempDir Path folder) throws Exception {
    FIGURE.save(folder.resolve("figures"));
    Path stem = folder.resolve("figures/figure-05-accuracy");
    var json = new Gson().fromJson(Files.readString(Path.of(stem + ".json")), JsonObject.class);
    assertThat(json.getAsJsonObject("provenance").get("scale").getAsString()).isEqualTo("laptop");
    assertThat(json.getAsJsonArray("columns").toString()).contains("top1Interval.low");
    assertThat(Files.readAllLines(Path.of(stem + ".csv")).get(1))
        .startsWith("\"width 1, run 1\",1,1,0,false,100,0,0.5,");
    var png = ImageIO.read(Path.of(stem + ".png").toFile());
    assertThat(png.getWidth()).isEqualTo(1039); // a column of 88 mm at 300 dots an inch
    assertThat(Files.readString(Path.of(stem + ".pdf"), StandardCharsets.ISO_8859_1))
        .startsWith("%PDF-");
    assertThat(parsed(Files.readString(Path.of(stem + ".svg"))).getDocumentElement().getTagName())
        .isEqualTo("svg");
  }

  @Test
  void publishedFiguresStandBesideTheOthersAndAreShown(@TempDir Path folder) throws Exception {
    var here = Examples.provenance(Scale.SMOKE, folder.resolve("figures"));
    var figure =
        new Figure("stem", "title", "", FIGURE.drawing(), FIGURE.data(), here).over(1, "cell");
    var printed = new ByteArrayOutputStream();
    PrintStream usual = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      Notebook.publish(figure);
    } finally {
      System.setOut(usual);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("[stem] title");
    for (String ending : List.of("svg", "pdf", "png", "csv", "json")) {
      assertThat(Files.exists(folder.resolve("figures/stem." + ending))).isTrue();
    }
    assertThat(Files.readString(folder.resolve("figures/stem.json")))
        .doesNotContain(folder.toString());
  }

  @Test
  void svgSaysWhatTheFigureIs() throws Exception {
    var texts = parsed(FIGURE.svg()).getElementsByTagName("text");
    var words = IntStream.range(0, texts.getLength()).mapToObj(i -> texts.item(i).getTextContent());
    String all = words.collect(Collectors.joining(" "));
    for (String text :
        List.of(
            "Accuracy by bottleneck width",
            "mean ± s.d. of n runs",
            "bottleneck width (channels)",
            "top-1 accuracy (%)",
            "laptop scale · Orchard 32 px · opponency 0.1.0 @0123456 · 100 pictures")) {
      assertThat(all).contains(text);
    }
  }

  @Test
  void tellsWhatItIsToThoseWhoDoNotSeeIt() throws Exception {
    var figure = FIGURE.over(1, "network").over(1200, "picture").finding("A < B & C.");
    assertThat(figure.description())
        .isEqualTo("Accuracy by bottleneck width. A < B & C. " + FIGURE.caption());
    var root = parsed(figure.svg()).getDocumentElement();
    assertThat(root.getAttribute("role")).isEqualTo("img");
    assertThat(root.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Accuracy by bottleneck width");
    assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo(figure.description());
    var json = new Gson().fromJson(figure.json(), JsonObject.class);
    assertThat(json.get("description").getAsString()).isEqualTo(figure.description());
  }

  @Test
  void stampSaysWhatTheNumbersRestOn() {
    var figure = FIGURE.over(1, "network").over(1200, "picture");
    assertThat(figure.stamp()).endsWith(" · 1 network · 1,200 pictures");
    assertThat(FIGURE.stamp())
        .isEqualTo(FIGURE.provenance().stamp() + " · 100 pictures · 2 networks");
    assertThat(figure.toString()).contains("1,200 pictures");
  }

  @Test
  void isAsWideAsAColumnOrAPageInPrint() throws Exception {
    var root = parsed(FIGURE.svg()).getDocumentElement();
    assertThat(root.getAttribute("width")).isEqualTo("88mm");
    assertThat(root.getAttribute("viewBox")).startsWith("0 0 333 ");
    var wide = new Figure("wide", "", "", drawing(900), FIGURE.data(), FIGURE.provenance());
    assertThat(parsed(wide.svg()).getDocumentElement().getAttribute("width")).isEqualTo("180mm");
    // 900 points are made smaller to fit between the margins.
    assertThat(new FigurePage(wide).scale()).isWithin(1e-12).of(660.0 / 900);
  }

  /** 240 mm; what is higher gets smaller as a whole. */
  @Test
  void isNoHigherThanAPage() {
    var data = FIGURE.data();
    var high = new CurveLine(600, 3000, g -> {});
    var page = new FigurePage(new Figure("high", "t", "", high, data, FIGURE.provenance()));
    assertThat(page.height()).isAtMost((int) (240 * 96 / 25.4));
    assertThat(page.height()).isAtLeast(900);
    assertThat(page.scale()).isLessThan(0.3);
  }

  @Test
  void whatRestsOnNothingIsNotSaved(@TempDir Path folder) {
    var bare = new Figure("bare", "t", "", FIGURE.drawing(), FIGURE.data(), FIGURE.provenance());
    var refusal = assertThrows(IllegalStateException.class, () -> bare.save(folder));
    assertThat(refusal).hasMessageThat().contains("Expected bare to say what its numbers rest on");
  }

  /** Wherever the line breaks, the number stays with what it counts. */
  @Test
  void stampsBreakBetweenTheirPartsOnly() throws Exception {
    var figure = FIGURE.over(60, "super-stimulus picture").over(1234, "silent cell");
    var texts = parsed(figure.svg()).getElementsByTagName("text");
    var lines = IntStream.range(0, texts.getLength()).mapToObj(i -> texts.item(i).getTextContent());
    String all = lines.collect(Collectors.joining("|"));
    assertThat(all).contains("60 super-stimulus pictures");
    assertThat(all).contains("1,234 silent cells");
  }

  private static Drawing drawing(int width) {
    return new CurveLine(width, 10, g -> {});
  }

  /** Made anew from equal records, not only painted again. */
  @Test
  void sameDataGiveTheSameBytes() {
    Figure again = figure();
    assertThat(again).isNotSameInstanceAs(FIGURE);
    assertThat(again.svg()).isEqualTo(FIGURE.svg());
    assertThat(again.png()).isEqualTo(FIGURE.png());
    assertThat(again.data().csv()).isEqualTo(FIGURE.data().csv());
  }

  @Test
  void nothingTouchesTheEdge() {
    var image = FIGURE.image();
    for (int x = 0; x < image.getWidth(); x++) {
      assertThat(image.getRGB(x, 0)).isEqualTo(-1);
      assertThat(image.getRGB(x, image.getHeight() - 1)).isEqualTo(-1);
    }
    for (int y = 0; y < image.getHeight(); y++) {
      assertThat(image.getRGB(0, y)).isEqualTo(-1);
      assertThat(image.getRGB(image.getWidth() - 1, y)).isEqualTo(-1);
    }
  }

  @Test
  void stemsAreFileNames() {
    var refusal =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Figure(
                    "../Figure 5", "", "", FIGURE.drawing(), FIGURE.data(), FIGURE.provenance()));
    assertThat(refusal).hasMessageThat().contains("../Figure 5");
  }

  private static Document parsed(String svg) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    // SVG 1.1 documents name their grammar on the web; a test stays at home.
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }
}
