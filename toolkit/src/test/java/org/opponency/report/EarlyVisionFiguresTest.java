package org.opponency.report;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.HeatMap;
import org.opponency.report.draw.PanelGrid;
import org.opponency.report.draw.PolarPlot;
import org.opponency.report.draw.Tile;
import org.opponency.report.draw.TileGrid;
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
    var trained = early.opponency(WeightOrigin.TRAINED, models, EarlyVision.FIGURE_2);
    Figure figure = TuningFigures.preferredHues(trained);
    assertThat(((TileGrid) figure.drawing()).tiles().stream().map(Tile::heading).toList())
        .containsExactly("Retina-2, trained", "ResNet-1, trained")
        .inOrder();
    assertNotBlank(figure.image());
  }

  @Test
  void deadNetworksAreNotAmongTheFields() {
    var fields = early.fields(models, 0);
    TileGrid figure8 = (TileGrid) ReceptiveFieldFigures.fields(fields).drawing();
    assertThat(figure8.tiles().stream().map(Tile::heading).toList())
        .containsExactly("width 1, colour", "width 1, grey", "width 4, colour", "width 4, grey")
        .inOrder();
    assertThat(((ContactSheet) figure8.tiles().get(0).drawing()).images()).hasSize(1);
    Figure figure9 = ReceptiveFieldFigures.responses(fields);
    assertThat(((TileGrid) figure9.drawing()).tiles()).hasSize(3);
    assertNotBlank(figure9.image());
    PanelGrid chart = (PanelGrid) ReceptiveFieldFigures.linearity(fields).drawing();
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
