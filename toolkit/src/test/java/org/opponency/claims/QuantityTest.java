package org.opponency.claims;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opponency.evaluation.Networks.alive;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Trend;
import org.opponency.evaluation.WidthMean;
import org.opponency.report.Examples;
import org.opponency.report.Examples.RunAccuracy;
import org.opponency.study.networks.Scale;
import org.opponency.study.results.AccuracyResults;

/** A constant of {@link Quantity} is all that a new quantity needs. */
class QuantityTest {
  private static final ByWidth RUNS =
      new ByWidth("m", List.of(alive(1, 0.4), alive(1, 0.6), alive(2, 0.41), alive(2, 0.59)));

  private static final AccuracyResults ACCURACY =
      Examples.accuracy(
          Scale.LAPTOP,
          List.of(
              new RunAccuracy(1, 0, 0.5, false),
              new RunAccuracy(1, 1, 0.7, false),
              new RunAccuracy(1, 2, 0.9, true),
              new RunAccuracy(0, 0, 0.8, false)));

  private static Evidence everything() {
    Evidence evidence = Evidence.none(Scale.LAPTOP);
    for (Quantity quantity : Quantity.values()) {
      evidence = evidence.with(quantity, RUNS);
    }
    return evidence;
  }

  @Test
  void everyQuantityIsInTheTableOfASweep() {
    assertThat(
            everything().values().stream()
                .map(row -> row.value().quantity())
                .distinct()
                .collect(Collectors.toList()))
        .isEqualTo(Stream.of(Quantity.values()).map(Quantity::title).toList());
    assertThat(Quantity.all().map(Quantity::title).distinct().count())
        .isEqualTo(Quantity.values().length);
  }

  @Test
  void everyQuantityIsInTheLedger() {
    for (Quantity quantity : Quantity.values()) {
      List<Judgement> rows = Claims.about(Evidence.none(Scale.PAPER).with(quantity, RUNS));
      assertWithMessage(quantity.title()).that(rows).isNotEmpty();
    }
  }

  @Test
  void everyQuantityComesFromOneAnalysis() {
    assertThat(Quantity.all().map(q -> q.source().name()).distinct().count())
        .isEqualTo(Quantity.all().map(Quantity::source).distinct().count());
    assertThat(Quantity.from(ACCURACY)).containsExactly(Quantity.ACCURACY);
    assertThrows(ClassCastException.class, () -> Quantity.AURRA.of(ACCURACY));
  }

  @Test
  void whatWasPublishedIsInTheEvidence() {
    assertThat(Evidence.published().measures().keySet())
        .containsExactly(
            Quantity.SHAPE_BIAS,
            Quantity.NATURAL_ADVERSARIAL,
            Quantity.AURRA,
            Quantity.CIFAR10_ROBUST_ACCURACY);
  }

  @Test
  void resultsAreAllThatVerdictsMeansAndTrendsNeed() {
    List<Judgement> rows = Claims.about(ACCURACY);
    assertThat(rows).hasSize(4);
    assertThat(rows.get(1).measured()).contains("networks on one side of width 4 only");
    List<WidthMean> means = Claims.byWidth(ACCURACY);
    assertThat(means.stream().map(WidthMean::measure).distinct()).containsExactly("top-1 accuracy");
    assertThat(means.get(1).mean()).isWithin(1e-12).of(0.6);
    assertThat(means.get(1).dead()).isEqualTo(1);
    List<Trend> trends = Claims.trends(ACCURACY);
    assertThat(trends).hasSize(1);
    assertThat(trends.get(0).warning()).contains("two widths or more, got [1]");
    List<Measured<Double>> runs = Quantity.ACCURACY.of(ACCURACY).rows();
    assertThat(runs.get(0).network().model()).isEqualTo("width 0, run 0");
  }
}
