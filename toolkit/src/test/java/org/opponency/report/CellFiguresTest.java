package org.opponency.report;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Networks;
import org.opponency.images.RgbImage;
import org.opponency.models.LayerMaps;
import org.opponency.physiology.CensusCell;
import org.opponency.physiology.ColourTuning;
import org.opponency.physiology.FieldProtocol;
import org.opponency.physiology.LuminanceTuning;
import org.opponency.physiology.Opponency;
import org.opponency.physiology.OrientationMap;
import org.opponency.physiology.OrientationTuning;
import org.opponency.physiology.ReceptiveField;
import org.opponency.physiology.SpatialTuning;
import org.opponency.report.chart.CellPictures;
import org.opponency.report.chart.GreyCurve;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Svg;
import org.opponency.stimuli.Aperture;
import org.opponency.stimuli.Grating;
import org.opponency.study.networks.Provenance;
import org.opponency.study.networks.Scale;
import org.opponency.study.results.CellPortrait;
import org.opponency.study.results.CellResults;
import org.opponency.superstimuli.SuperStimulus;

class CellFiguresTest {
  private static final Provenance HERE = Examples.provenance(Scale.LAPTOP);

  @TempDir private Path folder;

  @Test
  void cardTellsAllOfTheCell() {
    Figure card = CellFigures.card(portrait(1, 4), HERE);
    assertThat(card.stem()).isEqualTo("cell-width-4-run-0-retina-retina-conv2-1");
    assertThat(card.title())
        .isEqualTo("Cell 1 of retina.retina_conv2, width 4, run 0: luminance only");
    String svg = card.svg();
    for (String text :
        List.of(
            "filter",
            "receptive field",
            "driven up: 3.25",
            "down: -1.50",
            "hues",
            "greys",
            "gratings",
            "unresponsive to hues")) {
      assertThat(svg).contains(">" + text);
    }
    assertThat(words(svg)).contains("(index 100 %, best grey 1.00");
    assertThat(card.data().csv()).contains("retina.retina_conv2,1,");
  }

  /** All text of a drawing; where its lines break depends on the machine's fonts. */
  private static String words(String svg) {
    return svg.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  @Test
  void atlasHasACardACellAndNeedsNothingElse() throws IOException {
    CellFigures.saveAtlas(results(List.of(portrait(0, 4), portrait(1, 32))), folder);
    String html = Files.readString(folder.resolve("index.html"));
    assertThat(count(html, "<article ")).isEqualTo(2);
    assertThat(html)
        .contains(
            "data-width=\"32\" data-run=\"0\" data-type=\"luminance only\""
                + " data-index=\"NaN\" data-grey-index=\"1.0000\"");
    assertThat(html).contains("<h2>width 4, run 0, cell 0 <small>luminance only</small></h2>");
    assertThat(html).contains(HERE.stamp());
    assertThat(html).doesNotContainMatch("(src|href)=\"(?!data:|#)|url\\((?!\"data:)|@import");
    assertThat(html).doesNotContainMatch("\\{[a-z]+\\}");
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  /** The page shows the very pixels that were measured. */
  @Test
  void atlasHoldsTheSuperStimulusAsItIs() throws IOException {
    Measured<CellPortrait> portrait = portrait(0, 4);
    String html = new CellAtlas(results(List.of(portrait))).html();
    Matcher picture =
        Pattern.compile(
                "driven up: 3.25\"><img alt=\"driven up: 3.25\" src=\"data:image/png;base64,([^\"]*)\"")
            .matcher(html);
    assertThat(picture.find()).isTrue();
    byte[] png = Base64.getDecoder().decode(picture.group(1));
    assertThat(RgbImage.of(ImageIO.read(new ByteArrayInputStream(png))))
        .isEqualTo(portrait.value().up().image());
  }

  @Test
  void atlasOfNothingIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> CellFigures.saveAtlas(results(List.of()), folder));
  }

  @Test
  void filtersAreInColourOrPlaneByPlane() {
    float[] weights = new float[3 * 4];
    weights[0] = 2; // red, top left
    weights[4 + 3] = -1; // green, bottom right
    RgbImage colour = CellPictures.filter(new LayerMaps(1, 3, 2, 2, weights), 0);
    assertThat(colour.width()).isEqualTo(2);
    assertThat(colour.value(0, 0, 0)).isEqualTo(255);
    assertThat(colour.value(1, 1, 1)).isEqualTo(64);
    assertThat(colour.value(0, 1, 2)).isEqualTo(128);
    RgbImage planes =
        CellPictures.filter(new LayerMaps(1, 5, 1, 1, new float[] {0, 1, 0, 0, -1}), 0);
    assertThat(planes.width()).isEqualTo(5); // three planes and a line after the first two
    assertThat(planes.height()).isEqualTo(3);
    assertThat(planes.value(2, 0, 1)).isEqualTo(255);
    assertThat(planes.value(2, 2, 1)).isEqualTo(0);
    assertThat(planes.value(1, 0, 1)).isEqualTo(255);
  }

  @Test
  void gratingsAreRowsOfOrientations() {
    RgbImage map = CellPictures.gratings(gratings());
    assertThat(map.width()).isEqualTo(3);
    assertThat(map.height()).isEqualTo(2);
    int best = ChartStyle.viridis(1).getRGB() & 0xffffff;
    assertThat(map.value(2, 1, 0) << 16 | map.value(2, 1, 1) << 8 | map.value(2, 1, 2))
        .isEqualTo(best);
  }

  /** Its sign was cut off at the edge where a response had three digits before the point. */
  @Test
  void largeResponsesKeepTheirSign() {
    String svg = Svg.of(new GreyCurve(116, new float[] {-123.456f, 12.345f, 1.234f}, 0).trace());
    assertThat(svg).contains(">-123</text>");
    assertThat(svg).contains(">12.3</text>");
    Matcher place = Pattern.compile("<text [^>]*x=\"([^\"]*)\"[^>]*>-123<").matcher(svg);
    assertThat(place.find()).isTrue();
    assertThat(Double.parseDouble(place.group(1))).isAtLeast(0.0);
  }

  /** Cards are painted behind the bar that stays at the top. */
  @Test
  void filterBarOfTheAtlasStaysInFront() {
    String html = new CellAtlas(results(List.of(portrait(0, 4)))).html();
    assertThat(html).containsMatch("form \\{[^}]*position: sticky;[^}]*z-index: 1;");
  }

  private static OrientationMap gratings() {
    return new OrientationMap(
        List.of(0.0, 90.0), List.of(1.0, 2.0, 3.0), new float[][] {{0, 1, 0}, {0, 0, 4}});
  }

  /** A luminance opponent cell that is blind to hues. */
  private static Measured<CellPortrait> portrait(int cell, int width) {
    String layer = "retina.retina_conv2";
    var grating = new Grating(0, 0, 1);
    var census =
        new CensusCell(
            layer,
            cell,
            new ColourTuning(Opponency.UNRESPONSIVE, Double.NaN, Double.NaN, 1, 1, 1),
            new LuminanceTuning(Opponency.OPPONENT, 1, 0, 1, -1, 0),
            new SpatialTuning(
                Opponency.NON_OPPONENT,
                grating,
                grating,
                4,
                0,
                0,
                new OrientationTuning(90, 3, 0.2, 30)),
            false);
    float[] gradient = new float[3 * 9];
    gradient[4] = 1;
    return Networks.measured(
        width,
        0,
        false,
        new CellPortrait(
            census,
            new LayerMaps(2, 2, 1, 1, new float[] {1, 2, 3, 4}),
            new ReceptiveField(layer, cell, FieldProtocol.PAPER, 3, new Aperture(0, 3), gradient),
            new float[] {1, 1, 1, 1},
            new float[] {-1, 0, 1},
            gratings(),
            new SuperStimulus("up", 8, 3.25, Examples.grey(3, 3, 200)),
            new SuperStimulus("down", 8, 1.5, Examples.grey(3, 3, 20))));
  }

  private static CellResults results(List<Measured<CellPortrait>> cells) {
    return new CellResults(HERE, cells.stream().map(cell -> cell.map(List::of)).toList());
  }
}
