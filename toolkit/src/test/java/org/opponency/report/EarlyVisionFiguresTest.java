package org.opponency.report;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.physiology.FieldProtocol;
import org.opponency.physiology.ReceptiveField;
import org.opponency.physiology.ResponseMap;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.HeatMap;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.Panel;
import org.opponency.report.draw.PanelGrid;
import org.opponency.report.draw.PolarPlot;
import org.opponency.report.draw.Svg;
import org.opponency.report.draw.Tile;
import org.opponency.report.draw.TileGrid;
import org.opponency.stimuli.Aperture;
import org.opponency.study.ModelRuns;
import org.opponency.study.analysis.EarlyVision;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.Provenance;
import org.opponency.study.networks.Scale;
import org.opponency.study.results.WeightOrigin;

class EarlyVisionFiguresTest {
  private static final Provenance PROVENANCE = Examples.provenance(Scale.LAPTOP);

  @TempDir private static Path folder;
  private static EarlyVision early;
  private static List<ModelRun> models;

  @BeforeAll
  static void prepare() {
    early = new EarlyVision(ModelRuns.study(folder));
    models =
        List.of(
            ModelRuns.of(folder, 1, 0, false),
            ModelRuns.of(folder, 1, 1, true),
            ModelRuns.of(folder, 4, 0, false));
  }

  @Test
  void hueCurvesHaveAWheelACell() {
    var responses = early.hues(models.get(2));
    Figure figure = TuningFigures.hueCurves("Retina-2", responses, 3, PROVENANCE);
    TileGrid grid = (TileGrid) figure.drawing();
    assertThat(grid.tiles()).hasSize(3);
    assertThat(figure.data().table().rowCount()).isEqualTo(3 * 360);
    PolarPlot wheel = (PolarPlot) grid.tiles().get(1).drawing();
    double baseline = responses.baseline(1);
    assertThat(wheel.curves().get(0).values()).isEqualTo(new double[] {baseline});
    assertThat(grid.tiles().get(1).heading())
        .isEqualTo("cell 1" + (baseline > 0 ? "" : ", baseline ≤ 0"));
    assertThat(wheel.low()).isLessThan(baseline);
    assertThat(wheel.high()).isAtLeast(baseline);
    assertNotBlank(figure.image());
  }

  @Test
  void orientationMapsHaveATileACell() {
    Figure figure =
        TuningFigures.orientationMaps("Retina-2", early.gratings(models.get(2)), 8, PROVENANCE);
    assertThat(Charts.texts(figure))
        .containsAtLeast("periods a stimulus", "orientation", "smallest response");
    assertThat(figure.data().table().rowCount()).isEqualTo(4 * 9 * 16);
    assertNotBlank(figure.image());
  }

  @Test
  void aMapWithoutDifferencesSaysThatItsCellIsSilent() {
    var flat = new HeatMap(new float[2][2], List.of("0°"), List.of("1"), "", "", "silent");
    assertThat(Svg.of(flat)).contains(">silent</text>");
    var tuned = new HeatMap(new float[][] {{0, 1}}, List.of("0°"), List.of("1"), "", "", "silent");
    assertThat(Svg.of(tuned)).doesNotContain("silent");
    assertThat(tuned.range().span()).isEqualTo(1.0);
  }

  /** The same networks as their own null: nothing is left. */
  @Test
  void preferredHuesAreTrainedLessRandomAPanelALayer() {
    var trained = early.opponency(WeightOrigin.TRAINED, models, EarlyVision.FIGURE_2);
    var random = early.opponency(WeightOrigin.RANDOM, models, EarlyVision.FIGURE_2);
    var even =
        early
            .isoluminant(WeightOrigin.TRAINED, models)
            .and(early.isoluminant(WeightOrigin.RANDOM, models));
    Figure figure = TuningFigures.preferredHues(trained.and(random), even);
    TileGrid rows = (TileGrid) figure.drawing();
    assertThat(rows.tiles().stream().map(Tile::heading).toList())
        .containsExactly("saturated hues", "hues of one luminance")
        .inOrder();
    assertThat(rows.legend().entries().stream().map(LegendEntry::label).toList())
        .containsExactly(
            "most exciting", "± s.d. of trained runs", "most inhibiting", "± s.d. of trained runs")
        .inOrder();
    assertThat(figure.stamp()).endsWith("1 trained run"); // the other has a dead network only
    for (Tile row : rows.tiles()) {
      PanelGrid panels = (PanelGrid) row.drawing();
      assertThat(panels.panels().stream().map(Panel::heading).toList())
          .containsExactly("Retina-2", "ResNet-1")
          .inOrder();
      double[] difference = panels.panels().get(0).chart().getSeries("exciting").getYData();
      assertThat(difference).hasLength(45);
      // Both are distributions: what one bin gains the others lose.
      assertThat(DoubleStream.of(difference).sum()).isWithin(1e-12).of(0);
    }
    assertThrows(IllegalArgumentException.class, () -> TuningFigures.preferredHues(trained, even));
  }

  @Test
  void deadNetworksAreNotAmongTheFields() {
    var fields = early.fields(models, 0);
    TileGrid figure8 = (TileGrid) ReceptiveFieldFigures.fields(fields).drawing();
    assertThat(figure8.tiles().stream().map(Tile::heading).toList())
        .containsExactly("width 1", "width 4")
        .inOrder();
    ContactSheet first = (ContactSheet) figure8.tiles().get(0).drawing();
    assertThat(first.rowLabels()).containsExactly("own", "grey", "common").inOrder();
    assertThat(first.captions()).containsExactly("", "", "run 0 · 0").inOrder();
    Figure figure9 = ReceptiveFieldFigures.responses(fields);
    assertThat(((TileGrid) figure9.drawing()).tiles()).hasSize(3);
    assertNotBlank(figure9.image());
    var random = early.randomFields(models, 0);
    PanelGrid chart = (PanelGrid) ReceptiveFieldFigures.nonLinearity(fields, random).drawing();
    assertThat(chart.panels().get(0).chart().getSeries("mean ± s.d.").getXData()).hasLength(2);
    assertThat(chart.panels().stream().map(Panel::heading).toList())
        .containsExactly("trained", "random weights")
        .inOrder();
  }

  /** All but the steepest tenth fit: 9 of 11, 7 of 8, and one that stands alone. */
  @Test
  void oneSteepCellDoesNotEmptyTheCommonScale() {
    assertThat(ReceptiveFieldFigures.commonEnd(steep(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1000)))
        .isEqualTo(9.0);
    assertThat(ReceptiveFieldFigures.commonEnd(steep(1000, 1, 2, 3, 4, 5, 6, 7))).isEqualTo(7.0);
    assertThat(ReceptiveFieldFigures.commonEnd(steep(5))).isEqualTo(5.0);
    assertThat(ReceptiveFieldFigures.clipped(7 / 7.0)).isEmpty();
    assertThat(ReceptiveFieldFigures.clipped(1.5)).isEqualTo(" ×\u00a01.50");
    assertThat(ReceptiveFieldFigures.clipped(1000 / 7.0)).isEqualTo(" ×\u00a0143");
  }

  private static Stream<ReceptiveField> steep(double... slopes) {
    return DoubleStream.of(slopes)
        .mapToObj(slope -> new float[] {0, (float) -slope, 0})
        .map(s -> new ReceptiveField("layer", 0, FieldProtocol.PAPER, 1, new Aperture(0, 1), s));
  }

  /** Slopes of -2, 0 and 2 on a scale of 2, and of 4: black, mid-grey, white, and half of both. */
  @Test
  void fieldsOnACommonScaleHaveZeroAtMidGrey() {
    float[] slopes = {-2, 0, 2};
    var field = new ReceptiveField("layer", 0, FieldProtocol.PAPER, 1, new Aperture(0, 1), slopes);
    assertThat(field.largest()).isEqualTo(2.0);
    var full = field.signed(2);
    assertThat(List.of(full.value(0, 0, 0), full.value(0, 0, 1), full.value(0, 0, 2)))
        .containsExactly(0, 128, 255)
        .inOrder();
    var half = field.signed(4);
    assertThat(List.of(half.value(0, 0, 0), half.value(0, 0, 2)))
        .containsExactly(64, 191)
        .inOrder();
  }

  @Test
  void mapsLoseTheirBorder() {
    float[] values = new float[16];
    values[5] = 7;
    var inner = new ResponseMap("layer", 0, 4, 4, values).inner(1);
    assertThat(inner.values()).isEqualTo(new float[] {7, 0, 0, 0});
  }

  @Test
  void tilesStandInRowsAndColumns() {
    Drawing small =
        new HeatMap(new float[][] {{0, 1}}, List.of("a"), List.of("1", "2"), "", "", "");
    TileGrid grid =
        TileGrid.of(List.of(new Tile("", small), new Tile("two", small), new Tile("", small)), 2);
    assertThat(grid.width()).isEqualTo(2 * small.width() + 14);
    assertThat(grid.height()).isEqualTo(small.height() + 20 + 14 + small.height());
    assertThrows(IllegalArgumentException.class, () -> TileGrid.of(List.of(), 2));
  }

  private static void assertNotBlank(BufferedImage image) {
    long coloured = 0;
    for (int x = 0; x < image.getWidth(); x += 3) {
      for (int y = 100; y < image.getHeight() - 60; y += 3) {
        coloured += (image.getRGB(x, y) & 0xffffff) == 0xffffff ? 0 : 1;
      }
    }
    assertThat(coloured).isGreaterThan(100L);
  }
}
