package org.opponency.claims;

import static com.google.common.truth.Truth.assertThat;
import static org.opponency.evaluation.Networks.measured;
import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.io.Seed;

class PowerTest {
  private static Finding finding(double p, int networks) {
    return Finding.of("", p, 1 - p, 0, networks);
  }

  /** By hand: p = 0.1 is a deviate of 1.2816, 2.4865 is wanted: 3.764 times as many. */
  @Test
  void networksGrowWithTheSquareOfWhatIsMissing() {
    assertThat(Power.networks(finding(0.1, 10))).isEqualTo(38);
    assertThat(Power.words(finding(0.1, 10))).isEqualTo("38 networks, 28 more");
    assertThat(Power.networks(finding(0.9, 10))).isEqualTo(38); // the contrary, as near
    assertThat(Power.words(finding(0.49, 10))).isEqualTo("more than 100 times as many");
    assertThat(Power.words(finding(0.01, 10))).isEqualTo("decided");
    assertThat(Power.words(Finding.untold("no spread"))).startsWith("unknown");
    assertThat(Power.words(Finding.NOT_MEASURED)).isEmpty();
  }

  /** By hand: 0.9 to the power of 29 is the first below 0.05. */
  @Test
  void networksThatAllAgreeNeedAFewMore() {
    Finding none = Finding.of("", Math.pow(0.9, 8), 1, Math.pow(0.9, 8), 8);
    assertThat(Power.words(none)).isEqualTo("29 networks, 21 more");
  }

  /**
   * An effect that is known: as many networks as are said to be needed find it four times of five.
   * Printed.
   */
  @Test
  void soManyFindAKnownEffectFourTimesOfFive() {
    for (double effect : new double[] {0.3, 0.5}) {
      int few = 6;
      double p = 1 - new NormalDistribution().cumulativeProbability(effect * Math.sqrt(few));
      int enough = (int) Power.networks(finding(p, few));
      double found = share(enough, effect);
      System.out.println(
          format(
              "an effect of %.1f s.d., %d networks said to be enough: found %.1f %%",
              effect, enough, 100 * found));
      assertThat(found).isWithin(0.05).of(0.8);
    }
  }

  /** The same of a trend over the widths, whose effect so far is that of many networks. */
  @Test
  void soManyFindAKnownTrend() {
    Criterion rises = Criterion.rises();
    double deviates =
        IntStream.range(0, 400)
            .mapToDouble(seed -> rises.judge(trend(3, seed)).p())
            .map(p -> -new NormalDistribution().inverseCumulativeProbability(Math.max(p, 1e-12)))
            .average()
            .orElseThrow();
    double p = new NormalDistribution().cumulativeProbability(-deviates);
    double networks = Power.networks(finding(p, 18));
    int each = (int) Math.round(networks / 6);
    double found =
        IntStream.range(0, 400)
                .filter(seed -> rises.judge(trend(each, 1000 + seed)).p() < Finding.LEVEL)
                .count()
            / 400.0;
    System.out.println(
        format("a trend, %d networks a width said to be enough: found %.1f %%", each, 100 * found));
    // An exact p counts the order at hand against the claim, which weighs most where there are few
    // networks: their p is too large, and a few too many are asked for. 3 s.d. are 6 points.
    assertThat(found).isAtLeast(0.74);
    assertThat(found).isAtMost(0.94);
  }

  private static ByWidth trend(int each, int seed) {
    Random random = Seed.random(seed);
    List<Measured<Double>> rows = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      for (int run = 0; run < each; run++) {
        rows.add(measured(1 << i, run, false, 0.15 * i + random.nextGaussian()));
      }
    }
    return new ByWidth("m", rows);
  }

  private static double share(int networks, double effect) {
    Random random = Seed.random(networks);
    Criterion above = Criterion.atLeast(0, width -> true);
    int found = 0;
    for (int trial = 0; trial < 2000; trial++) {
      List<Measured<Double>> rows =
          IntStream.range(0, networks)
              .mapToObj(run -> measured(1, run, false, effect + random.nextGaussian()))
              .toList();
      found += above.judge(new ByWidth("m", rows)).p() < Finding.LEVEL ? 1 : 0;
    }
    return found / 2000.0;
  }
}
