package org.opponency.evaluation;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepTrendTest {
  /** Of the six orders of three values one rises all the way. */
  @Test
  void threeRisingValuesAreOneOfSix() {
    StepTrend trend = StepTrend.of(List.of(new double[] {1}, new double[] {2}, new double[] {3}));
    assertThat(trend.networks()).isEqualTo(3);
    assertThat(trend.effect()).isEqualTo(1);
    assertThat(trend.pRises()).isWithin(0.005).of(1 / 6.0);
    assertThat(trend.pFalls()).isEqualTo(1);
  }

  /** Two of two cross, then none of two: of the six places of two ones, one is as far down. */
  @Test
  void tiesCountOneHalf() {
    StepTrend trend = StepTrend.of(List.of(new double[] {1, 1}, new double[] {0, 0}));
    assertThat(trend.effect()).isEqualTo(-1);
    assertThat(trend.pFalls()).isWithin(0.005).of(1 / 6.0);
    assertThat(trend.pRises()).isEqualTo(1);
  }

  @Test
  void equalValuesTellNothing() {
    StepTrend trend = StepTrend.of(List.of(new double[] {1, 1}, new double[] {1}));
    assertThat(trend.effect()).isEqualTo(0);
    assertThat(trend.pRises()).isEqualTo(1);
    assertThat(trend.pFalls()).isEqualTo(1);
  }

  @Test
  void oneStepHasNoTrend() {
    StepTrend trend = StepTrend.of(List.of(new double[] {1, 2}, new double[0]));
    assertThat(trend.effect()).isNaN();
    assertThat(trend.pRises()).isNaN();
  }

  @Test
  void refusesWhatIsNotFinite() {
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> StepTrend.of(List.of(new double[] {1}, new double[] {Double.NaN}))))
        .hasMessageThat()
        .isEqualTo("Expected finite values, got NaN");
  }

  /** Five steps of eight networks without a trend: at most a few of 60 tests reject at 5 %. */
  @Test
  void rejectsChanceAboutAsOftenAsItSays() {
    Random random = new Random(1);
    int rejected = 0;
    for (int i = 0; i < 60; i++) {
      List<double[]> steps =
          IntStream.range(0, 5).mapToObj(s -> random.doubles(8).toArray()).toList();
      rejected += StepTrend.of(steps).pRises() < 0.05 ? 1 : 0;
    }
    System.out.println("size of the trend test at 5 %: " + rejected + " of 60");
    assertThat(rejected).isAtMost(9);
  }
}
