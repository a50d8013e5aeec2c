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
    assertThat(finding(0.1, 10).enough().getAsDouble()).isEqualTo(38);
    assertThat(Power.words(finding(0.1, 10))).isEqualTo("38 networks, 28 more");
    assertThat(finding(0.9, 10).enough().getAsDouble()).isEqualTo(38); // the contrary, as near
    assertThat(finding(0.9, 10).ofContrary().enough().getAsDouble()).isEqualTo(38);
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

  /** By hand: 0.3 to the power of 3 is 0.027. The contrary has a least p of its own. */
  @Test
  void networksThatAllAgreeOnTheContraryDoSo() {
    Finding none = Finding.of("", 1, 0.3, 0.9, 0.3, 1);
    assertThat(none.enough().getAsDouble()).isEqualTo(3);
    assertThat(none.ofContrary().leastP()).isEqualTo(0.3);
  }

  /** By hand: five that change the same way decide, and one network of eight changes. */
  @Test
  void signTestWaitsForNetworksThatChange() {
    Finding one = Criterion.aboveRandom(width -> true).judge(changes(1, 0, 7));
    assertThat(one.p()).isWithin(1e-12).of(0.5);
    assertThat(Power.words(one)).isEqualTo("53 networks, 45 more");
    assertThat(Power.ofSigns(4, 0, 4)).isEqualTo(5);
    assertThat(Power.ofSigns(1, 3, 8)).isEqualTo(Power.ofSigns(3, 1, 8));
    assertThat(Power.ofSigns(2, 2, 8)).isPositiveInfinity();
    assertThat(Power.ofSigns(0, 0, 8)).isPositiveInfinity();
  }

  /** Three of eight change for the better, one for the worse. Printed. */
  @Test
  void soManyFindKnownChanges() {
    int enough = (int) Power.ofSigns(3, 1, 8);
    Random random = Seed.random(enough);
    Criterion above = Criterion.aboveRandom(width -> true);
    int found = 0;
    for (int trial = 0; trial < 2000; trial++) {
      int[] kinds = new int[8];
      for (int network = 0; network < enough; network++) {
        kinds[random.nextInt(kinds.length)]++;
      }
      int more = kinds[0] + kinds[1] + kinds[2];
      Finding finding = above.judge(changes(more, kinds[3], enough - more - kinds[3]));
      found += finding.p() < Finding.LEVEL ? 1 : 0;
    }
    System.out.println(
        format("changes, %d networks said to be enough: found %.1f %%", enough, found / 20.0));
    assertThat(found / 2000.0).isWithin(0.05).of(0.8);
  }

  private static ByWidth changes(int more, int less, int none) {
    List<Measured<Double>> rows = new ArrayList<>();
    for (int run = 0; run < more + less + none; run++) {
      double change = run < more ? 1 : run < more + less ? -1 : 0;
      rows.add(measured(1, run, false, change));
    }
    return new ByWidth("change", rows);
  }

  /**
   * By hand: p of 3 of a chi-square with one degree of freedom lies 2 beyond its mean, and (1.960 +
   * 0.842) squared is wanted: 3.924 times as many.
   */
  @Test
  void differencesOfWidthsGrowBeyondTheMeanOfChance() {
    assertThat(Power.ofRanks(0.0832645, 1, 10)).isEqualTo(40);
    // By SciPy: 10.9026 is wanted of three degrees of freedom, and this is 1.3254.
    assertThat(Power.ofRanks(0.2284, 3, 13)).isEqualTo(107);
    assertThat(Power.ofRanks(0.5, 1, 10)).isPositiveInfinity();
  }

  /** By hand: ranks 1, 2, 4 and 3, 5, 6 lie so far apart in four of twenty arrangements. */
  @Test
  void likeWidthsAreDecidedByRanks() {
    List<Measured<Double>> rows = new ArrayList<>();
    for (double value : new double[] {0.1, 0.2, 0.4}) {
      rows.add(measured(1, rows.size(), false, value));
    }
    for (double value : new double[] {0.3, 0.5, 0.6}) {
      rows.add(measured(2, rows.size(), false, value));
    }
    Finding finding = Criterion.alike(0.02, width -> true).judge(new ByWidth("m", rows));
    assertThat(finding.against()).isWithin(0.01).of(0.2);
    assertThat(finding.verdict()).isEqualTo(ClaimVerdict.TOO_FEW);
    assertThat(finding.enough().getAsDouble()).isWithin(6).of(74);
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
      int enough = (int) finding(p, few).enough().getAsDouble();
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
    double networks = finding(p, 18).enough().getAsDouble();
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
