package org.opponency.report;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.models.Architecture;
import org.opponency.report.Examples.RunAccuracy;
import org.opponency.report.draw.Panel;
import org.opponency.report.draw.PanelGrid;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.Scale;
import org.opponency.study.results.ColourResults;
import org.opponency.study.results.ColourTrial;
import org.opponency.study.results.TrainingResults;
import org.opponency.training.EpochLog;

class FiguresTest {
  private static final List<RunAccuracy> ROWS =
      List.of(
          new RunAccuracy(8, 1, 0.80, false),
          new RunAccuracy(8, 2, 0.90, false),
          new RunAccuracy(1, 1, 0.50, false),
          new RunAccuracy(1, 2, 0.10, true),
          new RunAccuracy(BottleneckWidth.NO_RETINA, 1, 0.86, false),
          new RunAccuracy(BottleneckWidth.NO_RETINA, 2, 0.88, false));

  @Test
  void accuracyShowsMeansDeviationsAndRuns() {
    XYChart chart = charts(accuracy(ROWS, Scale.LAPTOP)).get(0);
    var means = chart.getSeries("mean ± s.d.");
    assertThat(means.getXData()).isEqualTo(new double[] {0, 1});
    assertThat(means.getYData()).usingTolerance(1e-12).containsExactly(0.5, 0.85).inOrder();
    // s.d. of 0.8 and 0.9 with n - 1: 0.1 / sqrt(2). One live run has none.
    double[] bar = chart.getSeries("s.d. of width 8").getYData();
    assertThat(bar[3] - bar[0]).isWithin(1e-12).of(0.2 / Math.sqrt(2));
    assertThat(chart.getSeries("single runs").getYData()).hasLength(3);
  }

  @Test
  void accuracyNamesItsWidthsCountsItsRunsAndKeepsItsRows() throws ReflectiveOperationException {
    Figure figure = accuracy(ROWS, Scale.LAPTOP);
    XYChart chart = charts(figure).get(0);
    assertThat(Charts.places(chart, 2)).containsExactly("1", "8").inOrder();
    assertThat(Charts.notes(chart)).containsExactly("n = 1", "n = 2").inOrder();
    assertThat(Charts.legend(figure))
        .containsExactly(
            "mean ± s.d. of n runs",
            "single runs",
            "dead bottleneck, not in the mean",
            "no retina, mean of n = 2")
        .inOrder();
    assertThat(Charts.grid(figure).yTitle()).isEqualTo("top-1 accuracy (%)");
    assertThat(chart.getStyler().getYAxisTickLabelsFormattingFunction().apply(0.5)).isEqualTo("50");
    assertThat(Charts.csv(figure, 1).get(0))
        .startsWith("model,width,run,redraws,dead,images,skipped,top1,top1Interval.low,");
    assertThat(Charts.csv(figure, 2).get(1))
        .startsWith("\"width 8, run 1\",8,1,0,false,100,0,0.8,");
  }

  @Test
  void noNumberStandsWhereStrokesMarkAnAxisThatDoesNotBeginAtZero() {
    var styler = charts(accuracy(ROWS.subList(0, 3), Scale.LAPTOP)).get(0).getStyler();
    double span = styler.getYAxisMax() - styler.getYAxisMin();
    var label = styler.getYAxisTickLabelsFormattingFunction();
    assertThat(styler.getYAxisMin()).isGreaterThan(0.0);
    assertThat(label.apply(styler.getYAxisMin() + 0.05 * span)).isEqualTo("   ");
    assertThat(label.apply(styler.getYAxisMin() + 0.07 * span)).isNotEqualTo("   ");
  }

  @Test
  void deadRunsAreShownButNotAveraged() {
    XYChart chart = charts(accuracy(ROWS, Scale.LAPTOP)).get(0);
    assertThat(chart.getSeries("dead bottleneck, not in the mean").getYData())
        .isEqualTo(new double[] {0.1});
    var live = ROWS.stream().filter(row -> !row.dead()).toList();
    assertThat(Charts.series(charts(accuracy(live, Scale.LAPTOP)).get(0)))
        .doesNotContain("dead bottleneck, not in the mean");
  }

  @Test
  void laptopScaleComparesWithNetworksWithoutARetina() {
    XYChart chart = charts(accuracy(ROWS, Scale.LAPTOP)).get(0);
    var reference = chart.getSeries("no retina, mean of n = 2");
    assertThat(reference.getYData()).usingTolerance(1e-12).containsExactly(0.87, 0.87);
    assertThat(chart.getSeries(Figures.TORCHVISION.label())).isNull();
  }

  @Test
  void paperScaleComparesWithTorchvision() {
    XYChart chart = charts(accuracy(ROWS, Scale.PAPER)).get(0);
    var reference = chart.getSeries("torchvision ResNet-50");
    assertThat(reference.getYData()).isEqualTo(new double[] {0.7615, 0.7615});
  }

  /** 1 and 0.8: their mean and s.d. reach beyond 1, which no accuracy does. */
  @Test
  void barsEndWhereTheQuantityDoes() {
    var rows = List.of(new RunAccuracy(1, 1, 1.00, false), new RunAccuracy(1, 2, 0.80, false));
    double[] bar =
        charts(accuracy(rows, Scale.LAPTOP)).get(0).getSeries("s.d. of width 1").getYData();
    assertThat(bar[3]).isEqualTo(1.0);
    assertThat(bar[0]).isWithin(1e-12).of(0.9 - 0.2 / Math.sqrt(2));
    double[] x =
        charts(accuracy(rows, Scale.LAPTOP)).get(0).getSeries("s.d. of width 1").getXData();
    assertThat(x[1] - x[0]).isGreaterThan(0.1); // a cap, which a cut end has not
    assertThat(x[5] - x[4]).isEqualTo(0.0);
  }

  @Test
  void runsFarFromTheOthersAreNamed() throws ReflectiveOperationException {
    var rows =
        List.of(
            new RunAccuracy(1, 0, 0.55, false),
            new RunAccuracy(1, 1, 0.75, false),
            new RunAccuracy(1, 2, 0.72, false));
    assertThat(Charts.notes(charts(accuracy(rows, Scale.LAPTOP)).get(0)))
        .containsExactly("n = 3", "run 0")
        .inOrder();
  }

  @Test
  void namesStandLeftOfTheirDotsWhereTheyWouldLeaveThePlot() throws ReflectiveOperationException {
    var rows =
        List.of(
            new RunAccuracy(1, 0, 0.55, false),
            new RunAccuracy(1, 1, 0.75, false),
            new RunAccuracy(1, 2, 0.72, false),
            new RunAccuracy(8, 0, 0.75, false),
            new RunAccuracy(8, 1, 0.72, false),
            new RunAccuracy(8, 3, 0.55, false));
    XYChart chart = charts(accuracy(rows, Scale.LAPTOP)).get(0);
    assertThat(Charts.noteX(chart, "run 0")).isGreaterThan(0.0);
    assertThat(Charts.noteX(chart, "run 3")).isLessThan(1.0);
  }

  @Test
  void axesHoldAllThatIsDrawn() {
    var style = charts(accuracy(ROWS, Scale.LAPTOP)).get(0).getStyler();
    assertThat(style.getYAxisMin()).isLessThan(0.1);
    assertThat(style.getYAxisMax()).isGreaterThan(0.85 + 0.1 / Math.sqrt(2));
    assertThat(style.getYAxisMax()).isAtMost(1.0);
  }

  @Test
  void curvesHaveAPanelAWidthAndALineARun() {
    var models = new ArrayList<ModelRun>();
    for (int width : new int[] {4, 1, BottleneckWidth.NO_RETINA}) {
      for (int run = 1; run <= 2; run++) {
        models.add(model(width, run, epoch(20, 1.0 / run), epoch(10, 2.0 / run)));
      }
    }
    Figure figure = Figures.lossCurves(training(models));
    PanelGrid grid = Charts.grid(figure);
    assertThat(Charts.csv(figure, 2))
        .containsExactly("width,run,step,loss,accuracy", "4,1,20,1.0,0.5")
        .inOrder();
    assertThat(grid.panels().stream().map(Panel::heading).toList())
        .containsExactly("width 1", "width 4")
        .inOrder();
    XYChart chart = grid.panels().get(1).chart();
    assertThat(chart.getSeries("run 2").getXData()).isEqualTo(new double[] {10, 20});
    assertThat(chart.getSeries("run 2").getYData()).isEqualTo(new double[] {1, 0.5});
    assertThat(chart.getSeries("no retina").getYData()).isEqualTo(new double[] {1.5, 0.75});
    assertThat(grid.legend().entries().get(1).label()).isEqualTo("no retina, mean of n = 2");
    assertThat(grid.yTitle()).isEqualTo("training loss (nats)");
  }

  @Test
  void colourExperimentCountsTheLivingAtEachPoint() {
    List<ColourTrial> trials = new ArrayList<>();
    for (int step = 1; step <= 3; step++) {
      for (int run = 0; run < 4; run++) {
        for (boolean normalised : new boolean[] {true, false}) {
          boolean dead = step == 1 && run == 0 && normalised;
          double share = 0.6 + 0.1 * step;
          trials.add(
              new ColourTrial(
                  step, 0.1, 1, share, normalised, run, dead, 0.5, run > 1, true, 0.1 * run));
        }
      }
    }
    Figure figure =
        Figures.colourDiagnosticity(new ColourResults(Examples.provenance(Scale.LAPTOP), trials));
    assertThat(figure.caption())
        .contains("A point is of 3 to 4 networks; 95 % intervals, Wilson's of shares");
    assertThat(figure.stamp()).endsWith("23 networks");
  }

  @Test
  void cifar10NetworksLearnBesideTheAuthors() {
    Architecture architecture = Architecture.cifar10(4, 2, 128);
    List<EpochLog> log = List.of(validated(1, 0.47), validated(2, 0.50), validated(21, 0.9));
    Figure figure =
        Figures.cifar10Learning(
            training(
                List.of(
                    new ModelRun("m", architecture, 3, 0, false, Path.of("none"), log),
                    model(4, 0, epoch(10, 1))))); // no such network was published
    // Of the authors' ten of width 4 and depth 2: 45.53 to 48.91 %, then 51.77 to 55.78 %.
    assertThat(Charts.csv(figure, 5))
        .containsExactly(
            "model,width,run,redraws,dead,epoch,accuracy,lowest,mean,highest,inside",
            "m,4,3,0,false,1,0.47,0.4553,0.4732,0.4891,true",
            "m,4,3,0,false,2,0.5,0.5177,0.54435,0.5578,false")
        .inOrder();
    assertThat(figure.finding()).startsWith("1 of the 2 epochs");
    XYChart chart = charts(figure).get(0);
    assertThat(chart.getSeries("run 3").getXData()).isEqualTo(new double[] {1, 2, 21});
    assertThat(chart.getSeries("others").getXData()).hasLength(2 * 20);
    assertThat(chart.getSeries("others").getYData()[39]).isEqualTo(0.4553);
    assertThat(Charts.legend(figure)).containsExactly("a run", "the authors' runs").inOrder();
  }

  private static EpochLog validated(int epoch, double accuracy) {
    return new EpochLog(epoch, 10 * epoch, 0.1, 1, 0.5, 1, accuracy);
  }

  @Test
  void nothingToDrawIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> accuracy(List.of(), Scale.LAPTOP));
    assertThrows(IllegalArgumentException.class, () -> Figures.lossCurves(training(List.of())));
  }

  private static TrainingResults training(List<ModelRun> models) {
    return new TrainingResults(Examples.provenance(Scale.LAPTOP), models);
  }

  private static ModelRun model(int width, int run, EpochLog... log) {
    Architecture some = Architecture.thin(Math.max(1, width), 10, 32);
    Architecture architecture = width == BottleneckWidth.NO_RETINA ? some.withoutRetina() : some;
    return new ModelRun("m", architecture, run, 0, false, Path.of("none"), List.of(log));
  }

  private static EpochLog epoch(int steps, double loss) {
    return new EpochLog(steps / 10, steps, 0.1, loss, 0.5, loss, 0.5);
  }

  private static Figure accuracy(List<RunAccuracy> rows, Scale scale) {
    return Figures.accuracy(Examples.accuracy(scale, rows));
  }

  private static List<XYChart> charts(Figure figure) {
    return ((PanelGrid) figure.drawing()).panels().stream().map(Panel::chart).toList();
  }
}
