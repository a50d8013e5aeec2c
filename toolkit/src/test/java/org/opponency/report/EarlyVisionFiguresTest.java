package org.opponency.report;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYChart;
import org.opponency.physiology.CellClass;
import org.opponency.report.chart.LayerNames;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.HeatMap;
import org.opponency.report.draw.Panel;
import org.opponency.report.draw.PanelGrid;
import org.opponency.report.draw.PolarPlot;
import org.opponency.report.draw.Tile;
import org.opponency.report.draw.TileGrid;
import org.opponency.study.ModelRun;
import org.opponency.study.ModelRuns;
import org.opponency.study.Provenance;
import org.opponency.study.Scale;
import org.opponency.study.analysis.ClassShare;
import org.opponency.study.analysis.EarlyVision;
import org.opponency.study.analysis.HueShare;
import org.opponency.study.analysis.ModelFields;
import org.opponency.study.analysis.ModelOpponency;
import org.opponency.study.analysis.ModelShares.Weights;

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
  void figure2HasAPanelForTrainedAndForRandomNetworks() {
    List<ClassShare> rows =
        List.of(
            share(Weights.TRAINED, 1, CellClass.LUMINANCE_ONLY, 2, 0.9, 0.1),
            share(Weights.TRAINED, 32, CellClass.LUMINANCE_ONLY, 0, Double.NaN, Double.NaN),
            share(Weights.RANDOM, 1, CellClass.LUMINANCE_ONLY, 2, 0.5, 0));
    Figure figure = OpponencyFigures.retina2(rows, PROVENANCE);
    PanelGrid grid = (PanelGrid) figure.drawing();
    assertThat(grid.panels().stream().map(Panel::heading).toList())
        .containsExactly("trained", "random weights")
        .inOrder();
    XYChart trained = grid.panels().get(0).chart();
    var series = trained.getSeries("luminance only");
    assertThat(series.getYData()).isEqualTo(new double[] {0.9}); // no run is alive at 32
    assertThat(series.getExtraValues()).isEqualTo(new double[] {0.1});
    assertThat(trained.getSeries("neither")).isNull();
    assertThat(trained.getStyler().getYAxisMin()).isLessThan(0.0);
    assertThat(trained.getStyler().getYAxisMax()).isGreaterThan(1.0);
    assertThat(Charts.places(trained, 2)).containsExactly("1", "32").inOrder();
    assertThat(Charts.legend(figure))
        .containsExactly("colour and luminance", "luminance only", "colour only", "neither")
        .inOrder();
    assertThat(grid.xTitle()).isEqualTo("bottleneck width (channels)");
    assertThat(grid.yTitle()).isEqualTo("share of cells (%)");
    var random = grid.panels().get(1).chart().getSeries("luminance only");
    assertThat(random.getYData()).isEqualTo(new double[] {0.5});
    assertThat(Charts.places(grid.panels().get(1).chart(), 1)).containsExactly("1");
    assertThat(OpponencyFigures.resNet1(rows, PROVENANCE).data().table().rowCount()).isEqualTo(0);
  }

  private static ClassShare share(
      Weights weights, int width, CellClass type, long runs, double mean, double sd) {
    return new ClassShare(weights, EarlyVision.RETINA_2, width, type, runs, 0, mean, sd);
  }

  @Test
  void stagesHaveAPanelAWidthAndAPlaceALayer() {
    List<String> layers = List.of("retina.retina_conv1", "ventral.conv1", "ventral.layer3");
    var shares = ClassShare.of(early.opponency(Weights.TRAINED, models, layers));
    PanelGrid grid = (PanelGrid) OpponencyFigures.stages(shares, PROVENANCE).drawing();
    assertThat(grid.panels().stream().map(Panel::heading).toList())
        .containsExactly("width 1", "width 4")
        .inOrder();
    XYChart chart = grid.panels().get(0).chart();
    assertThat(chart.getSeries("neither").getXData()).hasLength(3);
    assertThat(layers.stream().map(LayerNames::brief).toList())
        .containsExactly("R1", "C1", "S3")
        .inOrder();
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
    assertThat(wheel.low()).isLessThan(baseline);
    assertThat(wheel.high()).isGreaterThan(baseline);
    assertNotBlank(figure.image());
  }

  @Test
  void orientationMapsHaveATileACell() {
    Figure figure =
        TuningFigures.orientationMaps("Retina-2", early.gratings(models.get(2)), 8, PROVENANCE);
    assertThat(((TileGrid) figure.drawing()).tiles()).hasSize(4);
    assertThat(figure.data().table().rowCount()).isEqualTo(4 * 9 * 16);
    assertNotBlank(figure.image());
  }

  @Test
  void preferredHuesHaveAWheelForEachLayerAndKind() {
    List<ModelOpponency> trained = early.opponency(Weights.TRAINED, models, EarlyVision.FIGURE_2);
    List<HueShare> bins =
        EarlyVision.FIGURE_2.stream()
            .flatMap(layer -> HueShare.of(trained, layer).stream())
            .toList();
    Figure figure = TuningFigures.preferredHues(bins, PROVENANCE);
    assertThat(((TileGrid) figure.drawing()).tiles().stream().map(Tile::heading).toList())
        .containsExactly("Retina-2, trained", "ResNet-1, trained")
        .inOrder();
    assertNotBlank(figure.image());
  }

  @Test
  void deadNetworksAreNotAmongTheFields() {
    List<ModelFields> fields = early.fields(models, early.example(0));
    TileGrid figure8 = (TileGrid) ReceptiveFieldFigures.fields(fields, PROVENANCE).drawing();
    assertThat(figure8.tiles().stream().map(Tile::heading).toList())
        .containsExactly("width 1, colour", "width 1, grey", "width 4, colour", "width 4, grey")
        .inOrder();
    assertThat(((ContactSheet) figure8.tiles().get(0).drawing()).images()).hasSize(1);
    Figure figure9 = ReceptiveFieldFigures.responses(early.example(0), fields, PROVENANCE);
    assertThat(((TileGrid) figure9.drawing()).tiles()).hasSize(3);
    assertNotBlank(figure9.image());
    PanelGrid chart = (PanelGrid) ReceptiveFieldFigures.linearity(fields, PROVENANCE).drawing();
    assertThat(chart.panels().get(0).chart().getSeries("mean ± s.d.").getXData()).hasLength(2);
  }

  @Test
  void tilesStandInRowsAndColumns() {
    Drawing small = new HeatMap(new float[][] {{0, 1}}, List.of("a"), List.of("1", "2"));
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
