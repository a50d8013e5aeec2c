package org.opponency.claims;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Trend;
import org.opponency.evaluation.WidthMean;

class PublishedTest {
  @Test
  void meansAreThoseOfThePaper() {
    assertPercent(Published.shapeBias(), 23.35, 21.25, 20.58, 20.17, 18.60, 19.54);
    assertPercent(Published.imageNetA(), 2.95, 2.61, 2.27, 1.83, 2.05, 2.02);
    assertPercent(Published.aurra(), 2.71, 2.32, 1.84, 1.43, 1.56, 1.59);
  }

  private static void assertPercent(ByWidth runs, double... percent) {
    assertThat(runs.widths()).isEqualTo(new int[] {1, 2, 4, 8, 16, 32});
    double[] means = runs.means().stream().mapToDouble(mean -> 100 * mean.mean()).toArray();
    assertThat(means).usingTolerance(0.005).containsExactly(percent).inOrder();
    assertThat(runs.means().stream().mapToLong(WidthMean::runs).sum()).isEqualTo(18);
  }

  @Test
  void eighteenRunsDecideTheTrends() {
    for (ByWidth runs :
        new ByWidth[] {Published.shapeBias(), Published.imageNetA(), Published.aurra()}) {
      Trend trend = runs.trend();
      assertThat(trend.widths()).isEqualTo(6);
      assertThat(trend.runs()).isEqualTo(18);
      assertThat(trend.warning()).isEmpty();
      assertThat(trend.effect()).isLessThan(0);
      assertThat(trend.pFalls()).isGreaterThan(0);
      assertThat(trend.pFalls()).isLessThan(0.1);
    }
  }

  @Test
  void figure10HasTenRunsOfFiveDepthsAtFourteenBudgets() {
    assertThat(PublishedRobustness.worstCase(4)).hasSize(6 * 10 * 14);
    ByWidth clean = Published.cifar10Robustness(0);
    assertThat(clean.rows()).hasSize(60);
    // Means of the ten runs of all five depths in the authors' whole table.
    assertThat(clean.means().get(5).mean()).isWithin(1e-6).of(0.7356180);
    assertThat(Published.cifar10Robustness(0.01).means().get(0).mean())
        .isWithin(1e-6)
        .of(0.1841800);
    var refusal =
        assertThrows(IllegalArgumentException.class, () -> Published.cifar10Robustness(0.7));
    assertThat(refusal).hasMessageThat().contains("0.0015");
  }

  /**
   * The ten people of Geirhos et al. 2019: 9,236 shapes and 398 textures of 9,634 decided trials.
   */
  @Test
  void peopleDecideForTheShape() {
    assertThat(Published.humanShapeBias().fraction()).isWithin(5e-5).of(0.9587);
    assertThat(Published.humanShapeBias().of()).isEqualTo(9634);
  }
}
