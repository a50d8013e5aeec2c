package org.opponency.report;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Networks;
import org.opponency.physiology.CellOpponency;
import org.opponency.physiology.ColourTuning;
import org.opponency.physiology.LuminanceTuning;
import org.opponency.physiology.Opponency;
import org.opponency.physiology.OpponencyReading;
import org.opponency.report.chart.SharesChart;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.ShareFrame;
import org.opponency.report.draw.Tile;
import org.opponency.report.draw.TileGrid;
import org.opponency.study.ModelRuns;
import org.opponency.study.analysis.EarlyVision;
import org.opponency.study.census.OpponencyFactors;
import org.opponency.study.census.PublishedCensus;
import org.opponency.study.census.PublishedCondition;
import org.opponency.study.census.WidthShares;
import org.opponency.study.networks.Scale;
import org.opponency.study.results.OpponencyResults;
import org.opponency.study.results.OpponentCells;
import org.opponency.study.results.WeightOrigin;

class OpponencyFiguresTest {
  @TempDir private static Path folder;

  /** Two networks of width 1, a dead one and one before training. */
  private static OpponencyResults results() {
    return new OpponencyResults(
        Examples.provenance(Scale.LAPTOP),
        List.of(
            cells(WeightOrigin.TRAINED, 0, false, 10, 0.5f),
            cells(WeightOrigin.TRAINED, 1, false, 8, -0.5f),
            cells(WeightOrigin.TRAINED, 2, true, 5, 0.5f),
            cells(WeightOrigin.RANDOM, 0, false, 5, 0.5f)));
  }

  /** Ten cells of Retina-2, of which so many cross for hues, all about one baseline. */
  private static Measured<OpponentCells> cells(
      WeightOrigin weights, int run, boolean dead, int crossing, float baseline) {
    List<CellOpponency> cells =
        IntStream.range(0, 10)
            .mapToObj(
                cell ->
                    new CellOpponency(
                        EarlyVision.RETINA_2,
                        cell,
                        new ColourTuning(
                            Opponency.OPPONENT, 0, 180, 1, cell < crossing ? -1 : 0.75f, baseline),
                        new LuminanceTuning(Opponency.NON_OPPONENT, 1, 0, 2, 1, 1)))
            .toList();
    return Networks.measured(1, run, dead, new OpponentCells(weights, cells));
  }

  private static TileGrid others(TileGrid grid) {
    return (TileGrid) grid.tiles().get(1).drawing();
  }

  @Test
  void figure2HasOneLargePanelAndOneForEachOtherReading() {
    Figure figure = OpponencyFigures.retina2(results(), results());
    TileGrid grid = (TileGrid) figure.drawing();
    List<String> headings = new ArrayList<>(List.of(grid.tiles().get(0).heading()));
    others(grid).tiles().stream().map(Tile::heading).forEach(headings::add);
    assertThat(headings)
        .containsExactly(
            "crosses a positive baseline, stimuli normalised (authors' code; the default)",
            "crosses the baseline, stimuli normalised",
            "crosses a positive baseline, raw stimuli",
            "crosses the baseline, raw stimuli")
        .inOrder();
    assertThat(grid.tiles().get(0).drawing().width())
        .isGreaterThan(2 * others(grid).tiles().get(0).drawing().width());
    assertThat(figure.caption()).contains("Linear cells with random signs: the share among cells");
  }

  /** Of 1,600 published cells of Retina-2 at width 32, 13.3 % are opponent; there are none of 1. */
  @Test
  void cifar10NetworksStandBesideTheAuthorsOfTheirWidths() {
    OpponencyResults results = cifar10(WeightOrigin.TRAINED).and(cifar10(WeightOrigin.RANDOM));
    Figure figure = OpponencyFigures.cifar10(results);
    assertThat(figure.data().csv()).contains("raw stimuli");
    assertThat(figure.data().csv()).doesNotContain("stimuli normalised");
    TileGrid grid = (TileGrid) figure.drawing();
    assertThat(grid.tiles().stream().map(Tile::heading))
        .containsExactly("Retina-2", "Ventral-1")
        .inOrder();
    SharesChart chart = (SharesChart) grid.tiles().get(0).drawing();
    assertThat(chart.places()).containsExactly("width 32");
    List<SharesChart.Bar> bars = chart.bars().get(0);
    assertThat(bars.stream().map(SharesChart.Bar::name).toList())
        .containsExactly("T", "R", "C")
        .inOrder();
    assertThat(bars.get(0).shares().colour()).isEqualTo(1);
    assertThat(bars.get(1).expected()).isEmpty();
    assertThat(grid.legend().entries().stream().map(LegendEntry::label).toList())
        .doesNotContain("linear cells with random signs");
    assertThat(bars.get(2).shares().cells()).isEqualTo(1600);
    assertThat(bars.get(2).shares().colour()).isWithin(5e-4).of(0.133);
  }

  /** A network of width 32, one opponent cell in each layer. */
  private static OpponencyResults cifar10(WeightOrigin weights) {
    List<CellOpponency> cells =
        Stream.of(EarlyVision.RETINA_2, "ventral.ventral_conv0")
            .map(
                layer ->
                    new CellOpponency(
                        layer,
                        0,
                        new ColourTuning(Opponency.OPPONENT, 0, 180, 1, -1, 0.5f),
                        new LuminanceTuning(Opponency.NON_OPPONENT, 1, 0, 2, 1, 1)))
            .toList();
    return new OpponencyResults(
        Examples.provenance(Scale.LAPTOP),
        List.of(Networks.measured(32, 0, false, new OpponentCells(weights, cells))));
  }

  @Test
  void widthHasABarForTrainedRandomAndBothPublishedSets() {
    TileGrid grid = (TileGrid) OpponencyFigures.retina2(results(), results()).drawing();
    SharesChart chart = (SharesChart) grid.tiles().get(0).drawing();
    assertThat(chart.places()).hasSize(6); // those that were published
    List<SharesChart.Bar> bars = chart.bars().get(0);
    assertThat(bars.stream().map(SharesChart.Bar::name).toList())
        .containsExactly("T", "R", "C", "I")
        .inOrder();
    // All ten cells of the first cross a positive baseline; the second one's is negative.
    assertThat(bars.get(0).runs()).containsExactly(1.0, 0.0).inOrder();
    WidthShares trained = bars.get(0).shares();
    assertThat(trained.colourOnly()).isEqualTo(0.5);
    assertThat(trained.neither()).isEqualTo(0.5);
    assertThat(trained.cells()).isEqualTo(20);
    assertThat(trained.dead()).isEqualTo(1);
    assertThat(bars.get(1).expected()).hasValue(0.375);
    assertThat(bars.get(0).expected()).isEmpty();
    assertThat(bars.get(2).shares().colour()).isWithin(1e-12).of(0.74);
    assertThat(bars.get(2).shares().neither()).isNaN();
    SharesChart crossing = (SharesChart) others(grid).tiles().get(0).drawing();
    assertThat(crossing.bars().get(0).get(0).runs()).containsExactly(1.0, 0.8).inOrder();
    assertThat(crossing.bars().get(0).get(1).expected()).hasValue(0.75);
  }

  @Test
  void sharesOfABarAddUpToAllCells() {
    Figure figure = OpponencyFigures.retina2(results(), results());
    var table = figure.data().table();
    assertThat(table.rowCount()).isEqualTo(4 * (2 + 6 + 6));
    for (int row = 0; row < 2; row++) {
      double sum =
          table.doubleColumn("colourOnly").get(row)
              + table.doubleColumn("colourAndLuminance").get(row)
              + table.doubleColumn("luminanceOnly").get(row)
              + table.doubleColumn("neither").get(row);
      assertThat(sum).isWithin(1e-12).of(1);
    }
    assertThat(figure.svg()).contains("share of cells (%)");
  }

  @Test
  void noBarLeavesTheFrame() {
    ShareFrame frame = new ShareFrame(300, 200, 28, "share", List.of("1", "2"), "");
    assertThat(frame.y(0)).isEqualTo(frame.bottom());
    assertThat(frame.y(1)).isEqualTo(20.0);
    assertThat(frame.bottom()).isEqualTo(200.0 - 18 - 28);
    assertThat(frame.x(1) - frame.x(0)).isEqualTo(frame.placeWidth());
    assertThat(frame.x(1.5)).isAtMost(300.0);
    // A title of the x axis takes its line from the bars, not from what stands below them.
    ShareFrame named = new ShareFrame(300, 200, 28, "share", List.of("1", "2"), "width");
    assertThat(named.bottom()).isEqualTo(frame.bottom() - 15);
  }

  @Test
  void linearCellsWithRandomSignsGiveTheNull() {
    // All signs of three weights: hues cross unless they are alike; normalised black weighs each.
    int crossing = 0;
    int positive = 0;
    for (int signs = 0; signs < 8; signs++) {
      int ups = Integer.bitCount(signs);
      crossing += ups > 0 && ups < 3 ? 1 : 0;
      positive += ups > 0 && ups < 3 && 3 - ups > ups ? 1 : 0; // black is negative light
    }
    assertThat(OpponencyReading.CROSSES.linearNull()).isEqualTo(crossing / 8.0);
    assertThat(OpponencyReading.AUTHORS_CODE.linearNull()).isEqualTo(positive / 8.0);
  }

  @Test
  void stagesHaveAPanelAWidthAndAPlaceALayer() {
    var models = List.of(ModelRuns.of(folder, 1, 0, false), ModelRuns.of(folder, 4, 0, false));
    TileGrid grid =
        (TileGrid)
            OpponencyFigures.stages(new EarlyVision(ModelRuns.study(folder)).stages(models))
                .drawing();
    assertThat(grid.tiles().stream().map(Tile::heading).toList())
        .containsExactly("width 1", "width 4")
        .inOrder();
    SharesChart chart = (SharesChart) grid.tiles().get(1).drawing();
    assertThat(chart.places()).containsExactly("R1", "R2", "C1", "S1", "S2", "S3", "S4").inOrder();
    assertThat(chart.bars().get(1).get(0).shares().cells()).isEqualTo(4);
  }

  @Test
  void factorsHaveAPanelAKindOfNetworks() {
    List<OpponencyFactors> rows =
        OpponencyFactors.published(PublishedCondition.CIFAR10_GREY, PublishedCensus.RETINA_2);
    List<OpponencyFactors> all = new ArrayList<>(rows);
    all.addAll(OpponencyFactors.of(results(), EarlyVision.RETINA_2));
    Figure figure =
        OpponencyMeasureFigures.factors("Retina-2", all, Examples.provenance(Scale.LAPTOP));
    assertThat(Charts.headings(figure))
        .containsExactly("published, CIFAR-10 in grey", "ours, trained", "ours, random weights")
        .inOrder();
    assertThat(figure.data().table().rowCount()).isEqualTo(6 + 2);
    assertThat(figure.svg()).contains("crosses, given baseline");
    assertThat(Charts.series(Charts.chart(figure, 1)))
        .containsAtLeast("baseline > 0", "opponent: their product", "opponent: their product dots");
    // Two networks and one tell no interval, fifty do.
    assertThat(figure.caption()).contains("Networks of each width: 50 (a); 2 (b); 1 (c).");
    assertThat(Charts.series(Charts.chart(figure, 0))).contains("baseline > 0 interval 0");
    assertThat(Charts.series(Charts.chart(figure, 1))).doesNotContain("baseline > 0 interval 0");
  }

  @Test
  void degreesHaveADotACellOfLivingNetworks() {
    Figure figure = GradedOpponencyFigures.degrees(results(), EarlyVision.RETINA_2);
    assertThat(figure.data().table().rowCount()).isEqualTo(30);
    // 0.5 above and 1.5 below the baseline: 2 * 0.5 / 2.
    assertThat(figure.data().table().doubleColumn("colour").get(0)).isEqualTo(0.5);
    assertThat(figure.svg()).contains("opponency index (%)");
  }

  @Test
  void greyCurvesHaveATileACell() {
    var study = new EarlyVision(ModelRuns.study(folder));
    var responses = study.greys(ModelRuns.of(folder, 4, 0, false));
    Figure figure =
        GradedOpponencyFigures.greyCurves(
            "Retina-2", responses, 3, Examples.provenance(Scale.LAPTOP));
    assertThat(((TileGrid) figure.drawing()).tiles()).hasSize(3);
    assertThat(figure.data().table().rowCount()).isEqualTo(3 * 101);
    assertThat(((TileGrid) figure.drawing()).tiles().get(0).heading()).startsWith("cell 0, index ");
  }
}
