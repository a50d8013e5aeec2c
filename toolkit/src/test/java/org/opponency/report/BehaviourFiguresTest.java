package org.opponency.report;

import static com.google.common.truth.Truth.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.opponency.evaluation.Comparison;
import org.opponency.report.chart.CategoryPoint;
import org.opponency.study.Provenance;
import org.opponency.study.Scale;

/** Figures 4, 6 and 11: ours beside the published numbers. */
class BehaviourFiguresTest {
  private static final Provenance LAPTOP = Examples.provenance(Scale.LAPTOP);
  private static final Comparison OURS =
      Examples.runs(
          "shape bias",
          Examples.run(32, 0.20),
          Examples.run(1, 0.30),
          Examples.run(1, 0.50),
          Examples.dead(1, 0.95),
          Examples.run(0, 0.24),
          Examples.run(0, 0.28));

  private static final Figure FIGURE_4 = BehaviourFigures.shapeBias(OURS, LAPTOP);
  private static final List<BiFunction<Comparison, Provenance, Figure>> ALL =
      List.of(
          BehaviourFigures::shapeBias,
          BehaviourFigures::naturalAdversarial,
          BehaviourFigures::calibration);

  @Test
  void oursStandAtTheLeftAndThePublishedAtTheRight() {
    for (var figure : ALL) {
      assertThat(Charts.headings(figure.apply(OURS, LAPTOP)))
          .containsExactly("ours: Orchard 32 px", "published: ImageNet ResNet-50")
          .inOrder();
    }
  }

  @Test
  void stemsAreThoseOfTheFigures() {
    assertThat(ALL.stream().map(figure -> figure.apply(OURS, LAPTOP).stem()).toList())
        .containsExactly(
            "figure-04-shape-bias", "figure-06-natural-adversarial", "figure-11-calibration")
        .inOrder();
  }

  @Test
  void oursHaveMeansRunsAndTheReferenceWithoutARetina() {
    XYChart ours = Charts.chart(FIGURE_4, 0);
    assertThat(Charts.series(ours))
        .containsExactly(
            "no retina, mean of n = 2",
            "single runs",
            "dead bottleneck, not in the mean",
            "mean ± s.d.")
        .inOrder();
    var means = ours.getSeries("mean ± s.d.");
    assertThat(means.getXData()).isEqualTo(new double[] {0, 1});
    assertThat(means.getYData()).usingTolerance(1e-12).containsExactly(0.4, 0.2).inOrder();
    // s.d. of 0.3 and 0.5 with n - 1: 0.2 / sqrt(2). A single run has none.
    assertThat(means.getExtraValues())
        .usingTolerance(1e-12)
        .containsExactly(0.2 / Math.sqrt(2), 0)
        .inOrder();
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
      XYChart published = Charts.chart(ALL.get(i).apply(OURS, LAPTOP), 1);
      assertThat(Charts.series(published)).containsExactly("single runs", "mean ± s.d.").inOrder();
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
    assertThat(Charts.notes(published)).isEqualTo(Collections.nCopies(6, "n = 3"));
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
            "single runs")
        .inOrder();
  }

  /** On other data only directions can be compared; on the same data heights as well. */
  @Test
  void panelsShareTheirScaleAtPaperScaleOnly() {
    assertThat(top(FIGURE_4, 0)).isGreaterThan(0.95);
    assertThat(top(FIGURE_4, 1)).isLessThan(0.3);
    assertThat(FIGURE_4.caption()).contains("compare directions, not heights");
    Figure paper = BehaviourFigures.shapeBias(OURS, Examples.provenance(Scale.PAPER));
    assertThat(top(paper, 0)).isEqualTo(top(paper, 1));
    assertThat(paper.caption()).contains("on one scale");
  }

  private static double top(Figure figure, int panel) {
    return Charts.chart(figure, panel).getStyler().getYAxisMax();
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

  @Test
  void categoriesAreLinesFromTheTopInAlphabeticalOrder() {
    var points =
        List.of(
            new CategoryPoint(0, "lemon", 10, 0, 0, 1, 3, 6, 0.25),
            new CategoryPoint(32, "fig", 10, 0, 0, 0, 0, 10, Double.NaN),
            new CategoryPoint(32, "lemon", 10, 0, 0, 3, 1, 6, 0.75));
    Figure figure = BehaviourFigures.shapeBiasByCategory(points, LAPTOP);
    assertThat(Charts.texts(figure))
        .containsAtLeast("no retina", "width 32", "fig", "0 of 10", "lemon", "8 of 20")
        .inOrder();
    assertThat(Charts.csv(figure, 2).get(1)).isEqualTo("0,lemon,10,0,0,1,3,6,0.25");
  }
}
