package org.opponency.report;

import static com.google.common.truth.Truth.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.opponency.evaluation.CueDecision;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Networks;
import org.opponency.evaluation.Prediction;
import org.opponency.evaluation.ThreeCueBias;
import org.opponency.orchard.Orchard;
import org.opponency.report.draw.ChartStyle;
import org.opponency.study.networks.Scale;
import org.opponency.study.results.NaturalAdversarialResults;
import org.opponency.study.results.ShapeBiasResults;
import org.opponency.study.results.ThreeCueResults;

/** Figures 4, 6 and 11: ours beside the published numbers. */
class BehaviourFiguresTest {
  private static final Figure FIGURE_4 = BehaviourFigures.shapeBias(decisions(Scale.LAPTOP));
  private static final List<Figure> ALL =
      List.of(
          FIGURE_4,
          BehaviourFigures.naturalAdversarial(answers(Scale.LAPTOP)),
          BehaviourFigures.calibration(answers(Scale.LAPTOP)));

  /** For each network the share of 100 stimuli that it names by their shape, else their texture. */
  private static ShapeBiasResults decisions(Scale scale) {
    return new ShapeBiasResults(
        Examples.provenance(scale),
        null,
        networks().stream().map(one -> one.map(BehaviourFiguresTest::decisions)).toList(),
        List.of("fig", "lemon"));
  }

  private static List<CueDecision> decisions(double share) {
    return IntStream.range(0, 100)
        .mapToObj(
            i ->
                new CueDecision(
                    "", "" + i, "fig", "lemon", i < Math.round(100 * share) ? "fig" : "lemon"))
        .toList();
  }

  /** For each network the share of 100 pictures that it names right, surest of these. */
  private static NaturalAdversarialResults answers(Scale scale) {
    return new NaturalAdversarialResults(
        Examples.provenance(scale),
        Orchard.ofSize(32).validation(10),
        networks().stream().map(one -> one.map(BehaviourFiguresTest::answers)).toList(),
        List.of());
  }

  private static List<Prediction> answers(double share) {
    return IntStream.range(0, 100)
        .mapToObj(
            i ->
                new Prediction(
                    "" + i, i < Math.round(100 * share) ? 1 : 2, List.of(1), List.of(0.5)))
        .toList();
  }

  private static List<Measured<Double>> networks() {
    return List.of(
        Networks.measured(32, 0, false, 0.20),
        Networks.measured(1, 0, false, 0.30),
        Networks.measured(1, 1, false, 0.50),
        Networks.measured(1, 2, true, 0.95),
        Networks.measured(0, 0, false, 0.24),
        Networks.measured(0, 1, false, 0.28));
  }

  @Test
  void oursStandAtTheLeftAndThePublishedAtTheRight() {
    for (Figure figure : ALL) {
      assertThat(Charts.headings(figure))
          .containsExactly("ours: Orchard 32 px", "published: ImageNet ResNet-50")
          .inOrder();
    }
  }

  @Test
  void stemsAndAxesAreThoseOfTheFigures() {
    assertThat(ALL.stream().map(Figure::stem).toList())
        .containsExactly(
            "figure-04-shape-bias", "figure-06-natural-adversarial", "figure-11-calibration")
        .inOrder();
    assertThat(ALL.stream().map(figure -> Charts.grid(figure).yTitle()).toList())
        .containsExactly("shape bias (%)", "accuracy (%)", "AURRA (%)")
        .inOrder();
  }

  /** A title longer than its axis reaches into what stands above. */
  @Test
  void titlesOfAxesAreNoLongerThanTheAxes() {
    for (Figure figure : ALL) {
      assertThat(ChartStyle.AXIS.width(Charts.grid(figure).yTitle()))
          .isAtMost(Charts.chart(figure, 0).getHeight() - 30.0);
    }
  }

  /** Chance was drawn through them. */
  @Test
  void numbersOfRunsStandBelowAllThatIsDrawn() {
    for (Figure figure : ALL) {
      for (int panel = 0; panel < 2; panel++) {
        double lowest =
            Charts.chart(figure, panel).getSeriesCollection().stream()
                .flatMapToDouble(series -> DoubleStream.of(series.getYData()))
                .min()
                .orElseThrow();
        double span = top(figure, panel) - bottom(figure, panel);
        assertThat((lowest - bottom(figure, panel)) / span).isAtLeast(0.084);
      }
    }
  }

  @Test
  void threeCuesHaveAPanelEachWithAThirdForNoBias() {
    var networks =
        networks().stream()
            .map(
                one ->
                    one.map(share -> new ThreeCueBias(720, 2, 1, 1, 0, share, 0.25, 0.75 - share)))
            .toList();
    Figure figure =
        BehaviourFigures.threeCues(
            new ThreeCueResults(Examples.provenance(Scale.LAPTOP), null, networks));
    assertThat(Charts.headings(figure)).containsExactly("shape", "texture", "colour").inOrder();
    for (int panel = 0; panel < 3; panel++) {
      XYChart chart = Charts.chart(figure, panel);
      assertThat(chart.getSeries("no bias").getYData()).isEqualTo(new double[] {1 / 3.0, 1 / 3.0});
      assertThat(chart.getStyler().getYAxisMin())
          .isEqualTo(Charts.chart(figure, 0).getStyler().getYAxisMin());
    }
    assertThat(Charts.chart(figure, 2).getSeries("single runs").getYData())
        .usingTolerance(1e-12)
        .containsExactly(0.45, 0.25, 0.55)
        .inOrder();
    assertThat(Charts.csv(figure, 1).get(0)).contains("shapeShare,textureShare,colourShare");
    assertThat(figure.stamp()).endsWith("720 pictures · 4 networks"); // not the two of width 0
  }

  @Test
  void figure6HasTheAccuracyOfEachNetwork() {
    var runs = Charts.chart(ALL.get(1), 0).getSeries("single runs");
    assertThat(runs.getYData()).isEqualTo(new double[] {0.3, 0.5, 0.2});
  }

  /** Of the k surest of 100 answers, 20 right ones first: all of 20, then 20 of k. */
  @Test
  void figure11HasTheAreaUnderTheCurveOfEachNetwork() {
    var runs = Charts.chart(ALL.get(2), 0).getSeries("single runs");
    double area =
        IntStream.rangeClosed(1, 100).mapToDouble(k -> k <= 20 ? 1 : 20.0 / k).sum() / 100;
    assertThat(runs.getYData()).hasLength(3);
    assertThat(runs.getYData()[2]).isWithin(1e-12).of(area);
  }

  @Test
  void oursHaveMeansRunsAndTheReferenceWithoutARetina() {
    XYChart ours = Charts.chart(FIGURE_4, 0);
    assertThat(Charts.series(ours))
        .containsExactly(
            "no retina, mean of n = 2",
            "mean ± s.d.",
            "s.d. of width 1",
            "mean of width 1",
            "s.d. of width 32",
            "mean of width 32",
            "single runs",
            "dead bottleneck, not in the mean")
        .inOrder();
    var means = ours.getSeries("mean ± s.d.");
    assertThat(means.getXData()).isEqualTo(new double[] {0, 1});
    assertThat(means.getYData()).usingTolerance(1e-12).containsExactly(0.4, 0.2).inOrder();
    // s.d. of 0.3 and 0.5 with n - 1: 0.2 / sqrt(2). A single run has none.
    double[] bar = ours.getSeries("s.d. of width 1").getYData();
    assertThat(bar[0]).isWithin(1e-12).of(0.4 - 0.2 / Math.sqrt(2));
    assertThat(bar[3]).isWithin(1e-12).of(0.4 + 0.2 / Math.sqrt(2));
    double[] none = ours.getSeries("s.d. of width 32").getYData();
    assertThat(none[3]).isEqualTo(none[0]);
    assertThat(ours.getSeries("single runs").getYData()).isEqualTo(new double[] {0.3, 0.5, 0.2});
    assertThat(ours.getSeries("dead bottleneck, not in the mean").getYData())
        .isEqualTo(new double[] {0.95});
    var reference = ours.getSeries("no retina, mean of n = 2");
    assertThat(reference.getYData()).usingTolerance(1e-12).containsExactly(0.26, 0.26);
  }

  /** The first width's three runs and the last one's, out of the files of the paper's authors. */
  @Test
  void thePublishedAreThoseOfTheFigure() {
    double[][] expected = {
      {(0.22781457 + 0.21879022 + 0.25403226) / 3, (0.19798235 + 0.20439845 + 0.18386714) / 3},
      {(0.03026667 + 0.03293333 + 0.0252) / 3, (0.02146667 + 0.018 + 0.02106667) / 3},
      {(0.02735480 + 0.02950199 + 0.02435145) / 3, (0.01671243 + 0.01464819 + 0.01640699) / 3}
    };
    for (int i = 0; i < ALL.size(); i++) {
      XYChart published = Charts.chart(ALL.get(i), 1);
      assertThat(Charts.series(published)).containsAtLeast("mean ± s.d.", "single runs").inOrder();
      double[] means = published.getSeries("mean ± s.d.").getYData();
      assertThat(means).hasLength(6);
      assertThat(means[0]).isWithin(1e-7).of(expected[i][0]);
      assertThat(means[5]).isWithin(1e-7).of(expected[i][1]);
      assertThat(published.getSeries("single runs").getYData()).hasLength(18);
    }
  }

  @Test
  void everyWidthIsNamedAndCounted() throws ReflectiveOperationException {
    XYChart ours = Charts.chart(FIGURE_4, 0);
    assertThat(Charts.places(ours, 2)).containsExactly("1", "32").inOrder();
    assertThat(Charts.notes(ours)).containsExactly("n = 2", "n = 1").inOrder();
    XYChart published = Charts.chart(FIGURE_4, 1);
    assertThat(Charts.places(published, 6))
        .containsExactly("1", "2", "4", "8", "16", "32")
        .inOrder();
    assertThat(Charts.notes(published).get(0)).isEqualTo("↑ human observers: 95.9 %");
    assertThat(Charts.notes(published).subList(1, 7)).isEqualTo(Collections.nCopies(6, "n = 3"));
    assertThat(Charts.grid(FIGURE_4).xTitle()).isEqualTo("bottleneck width (channels)");
    assertThat(Charts.grid(FIGURE_4).yTitle()).isEqualTo("shape bias (%)");
  }

  @Test
  void legendSaysWhoseIsWhatInTheOrderOfThePanels() {
    assertThat(Charts.legend(FIGURE_4))
        .containsExactly(
            "ours: mean ± s.d. of n runs",
            "single runs",
            "dead bottleneck, not in the mean",
            "no retina, mean of n = 2",
            "published: mean ± s.d. of n runs",
            "single runs",
            "torchvision ResNet-50")
        .inOrder();
  }

  /** Ten fruits here, 200 classes there. */
  @Test
  void chanceIsDrawnWherePicturesAreHard() {
    for (Figure figure : ALL.subList(1, 3)) {
      assertThat(Charts.legend(figure)).containsAtLeast("chance (10 %)", "chance (0.5 %)");
      assertThat(figure.caption()).contains("networks like it do worse");
    }
  }

  @Test
  void runsStandEvenlyAboutTheirWidth() {
    double[] x = Charts.chart(FIGURE_4, 1).getSeries("single runs").getXData();
    for (int width = 0; width < 6; width++) {
      assertThat(x[3 * width + 1]).isWithin(1e-12).of(width);
      assertThat(x[3 * width] + x[3 * width + 2]).isWithin(1e-12).of(2 * width);
    }
  }

  @Test
  void findingsSayTheNumbers() {
    assertThat(FIGURE_4.description())
        .contains(
            "Shape bias falls from 40.0 % at width 1 to 20.0 % at width 32 (means of the runs:");
    assertThat(FIGURE_4.description()).contains("Shape bias, published falls from 23.4 %");
    assertThat(FIGURE_4.caption()).contains("bars from zero with bootstrapped 95 % intervals");
    assertThat(FIGURE_4.stamp()).endsWith("100 pictures · 6 networks");
  }

  /** On other data only slopes can be compared; on the same data heights as well. */
  @Test
  void panelsSpanAsMuchAndShareTheirScaleAtPaperScale() {
    assertThat(top(FIGURE_4, 0)).isGreaterThan(0.95);
    assertThat(top(FIGURE_4, 0) - bottom(FIGURE_4, 0))
        .isWithin(1e-9)
        .of(top(FIGURE_4, 1) - bottom(FIGURE_4, 1));
    assertThat(FIGURE_4.caption()).contains("compare directions, not heights");
    Figure paper = BehaviourFigures.shapeBias(decisions(Scale.PAPER));
    assertThat(top(paper, 0)).isEqualTo(top(paper, 1));
    assertThat(bottom(paper, 0)).isEqualTo(bottom(paper, 1));
    assertThat(paper.caption()).contains("on one scale");
  }

  private static double top(Figure figure, int panel) {
    return Charts.chart(figure, panel).getStyler().getYAxisMax();
  }

  private static double bottom(Figure figure, int panel) {
    return Charts.chart(figure, panel).getStyler().getYAxisMin();
  }

  @Test
  void dataAreOursThenThePublishedByWidth() {
    assertThat(Charts.csv(FIGURE_4, 8))
        .containsExactly(
            "source,width,value,dead",
            "ours,0,0.24,false",
            "ours,0,0.28,false",
            "ours,1,0.3,false",
            "ours,1,0.5,false",
            "ours,1,0.95,true",
            "ours,32,0.2,false",
            "published,1,0.22781456953642384,false")
        .inOrder();
  }

  /** Stimuli that agree, or of classes that networks do not have, are in no count. */
  @Test
  void categoriesAreLinesTheMostShapeBiasedFirst() {
    var decisions =
        List.of(
            new CueDecision("", "a", "lemon", "fig", "lemon"),
            new CueDecision("", "b", "lemon", "fig", "fig"),
            new CueDecision("", "c", "lemon", "fig", "fig"),
            new CueDecision("", "d", "fig", "lemon", "grape"),
            new CueDecision("", "e", "lemon", "lemon", "lemon"),
            new CueDecision("", "f", "plum", "fig", "fig"));
    var results =
        new ShapeBiasResults(
            Examples.provenance(Scale.LAPTOP),
            null,
            List.of(
                Networks.measured(0, 0, false, decisions),
                Networks.measured(32, 0, false, decisions)),
            List.of("fig", "lemon", "grape"));
    Figure figure = BehaviourFigures.shapeBiasByCategory(results);
    assertThat(Charts.texts(figure))
        .containsAtLeast(
            "no retina", "width 32", "lemon", "6 of 6", "fig", "0 of 2", "plum", "no class")
        .inOrder();
    assertThat(Charts.csv(figure, 3))
        .containsExactly(
            "width,category,stimuli,agreeing,uncovered,shape,texture,neither,fraction",
            "0,fig,1,0,0,0,0,1,",
            "0,lemon,4,1,0,1,2,0,0.3333333333333333")
        .inOrder();
  }
}
