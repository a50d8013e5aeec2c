package org.opponency.evaluation;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendOverStepsTest {
  /** Of the six orders of three values one rises all the way. */
  @Test
  void threeRisingValuesAreOneOfSix() {
    Trend trend =
        Trend.overSteps("m", List.of(new double[] {1}, new double[] {2}, new double[] {3}));
    assertThat(trend.runs()).isEqualTo(3);
    assertThat(trend.effect()).isEqualTo(1);
    assertThat(trend.pRises()).isWithin(1e-12).of(1 / 6.0);
    assertThat(trend.pFalls()).isWithin(1e-12).of(1);
  }

  /** Two of two cross, then none of two: of the six places of two ones, one is as far down. */
  @Test
  void tiesCountOneHalf() {
    Trend trend = Trend.overSteps("m", List.of(new double[] {1, 1}, new double[] {0, 0}));
    assertThat(trend.effect()).isEqualTo(-1);
    assertThat(trend.pFalls()).isWithin(0.005).of(1 / 6.0);
    assertThat(trend.pRises()).isEqualTo(1);
  }

  @Test
  void whatCannotBeToldSaysWhy() {
    Trend equal = Trend.overSteps("m", List.of(new double[] {1, 1}, new double[] {1}));
    assertThat(equal.pRises()).isNaN();
    assertThat(equal.warning()).isEqualTo("all values are equal");
    Trend one = Trend.overSteps("m", List.of(new double[] {1, 2}, new double[0]));
    assertThat(one.effect()).isNaN();
    assertThat(one.warning()).contains("two widths or more");
    Trend odd = Trend.overSteps("m", List.of(new double[] {1}, new double[] {Double.NaN}));
    assertThat(odd.pFalls()).isNaN();
    assertThat(odd.warning()).isEqualTo("some values are not finite");
  }

  /** Five steps of eight networks without a trend: at most a few of 60 tests reject at 5 %. */
  @Test
  void rejectsChanceAboutAsOftenAsItSays() {
    Random random = new Random(1);
    int rejected = 0;
    for (int i = 0; i < 60; i++) {
      List<double[]> steps =
          IntStream.range(0, 5).mapToObj(s -> random.doubles(8).toArray()).toList();
      rejected += Trend.overSteps("m", steps).pRises() < 0.05 ? 1 : 0;
    }
    System.out.println("size of the trend test at 5 %: " + rejected + " of 60");
    assertThat(rejected).isAtMost(9);
  }
}
