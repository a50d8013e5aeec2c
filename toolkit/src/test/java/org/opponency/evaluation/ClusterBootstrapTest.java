package org.opponency.evaluation;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opponency.io.Text.format;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusterBootstrapTest {
  private static final ClusterBootstrap BOOTSTRAP = ClusterBootstrap.STANDARD;

  @Test
  void quantilesLieBetweenTheNearestValues() {
    double[] sorted = {0, 1, 2, 3, 10};
    assertThat(ClusterBootstrap.quantile(sorted, 0)).isEqualTo(0.0);
    assertThat(ClusterBootstrap.quantile(sorted, 0.5)).isEqualTo(2.0);
    assertThat(ClusterBootstrap.quantile(sorted, 0.9)).isWithin(1e-12).of(3 + 0.6 * 7);
    assertThat(ClusterBootstrap.quantile(sorted, 1)).isEqualTo(10.0);
    assertThat(ClusterBootstrap.quantile(new double[0], 0.5)).isNaN();
  }

  @Test
  void twoClustersGiveBothEnds() {
    // The mean of a resample is 0, 0.5 or 1, a quarter of the time at each end.
    assertThat(BOOTSTRAP.interval(List.of(0.0, 1.0), ClusterBootstrapTest::mean))
        .isEqualTo(new Interval(0, 1));
  }

  @Test
  void sameSeedGivesTheSameAndAnotherOneNearlyTheSame() {
    List<Double> values = IntStream.range(0, 30).mapToObj(i -> (double) i).toList();
    Interval first = BOOTSTRAP.interval(values, ClusterBootstrapTest::mean);
    assertThat(BOOTSTRAP.interval(values, ClusterBootstrapTest::mean)).isEqualTo(first);
    Interval other = new ClusterBootstrap(2000, 1).interval(values, ClusterBootstrapTest::mean);
    // The s.d. of the mean is sqrt((30^2 - 1) / 12 / 30) = 1.58, the interval 14.5 +- 3.1.
    assertThat(first.low()).isWithin(0.35).of(14.5 - 3.1);
    assertThat(first.high()).isWithin(0.35).of(14.5 + 3.1);
    assertThat(other.low()).isWithin(0.35).of(first.low());
  }

  @Test
  void cellsOfOneNetworkCountTogether() {
    // Ten cells each, all alike in a network: the interval is that of 10 numbers, not of 100.
    List<List<Double>> networks =
        IntStream.range(0, 10).mapToObj(i -> nCopies(10, i < 5 ? 0 : 1)).toList();
    Interval interval =
        BOOTSTRAP.interval(networks, some -> mean(some.stream().flatMap(List::stream).toList()));
    assertThat(interval.high() - interval.low()).isGreaterThan(0.5);
  }

  private static List<Double> nCopies(int count, double value) {
    return Collections.nCopies(count, value);
  }

  /** Printed. */
  @Test
  void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
    Random random = new Random(3);
    int held = 0;
    int trials = 400;
    for (int trial = 0; trial < trials; trial++) {
      List<Double> sample = IntStream.range(0, 40).mapToObj(i -> random.nextGaussian()).toList();
      Interval interval =
          new ClusterBootstrap(400, trial).interval(sample, ClusterBootstrapTest::mean);
      held += interval.low() <= 0 && 0 <= interval.high() ? 1 : 0;
    }
    System.out.println(
        format("cluster bootstrap, 40 clusters: %d of %d intervals hold the truth", held, trials));
    // 95 % but for the small sample (93.6 % for 40 values); 3 s.d. of 400 trials are 3.5 points.
    assertThat((double) held / trials).isWithin(0.04).of(0.94);
  }

  @Test
  void whatCannotBeToldIsNaN() {
    assertThat(BOOTSTRAP.interval(List.of(1.0), ClusterBootstrapTest::mean).low()).isNaN();
    assertThat(BOOTSTRAP.interval(List.of(1.0, 2.0), some -> Double.NaN).high()).isNaN();
    var error = assertThrows(IllegalArgumentException.class, () -> new ClusterBootstrap(0, 1));
    assertThat(error).hasMessageThat().isEqualTo("Expected resamples >= 1, got 0");
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(value -> value).average().orElseThrow();
  }
}
