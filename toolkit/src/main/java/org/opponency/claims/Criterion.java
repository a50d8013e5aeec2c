package org.opponency.claims;

import static org.opponency.claims.Numbers.text;
import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.AlternativeHypothesis;
import org.apache.commons.math3.stat.inference.BinomialTest;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Estimate;
import org.opponency.evaluation.RankTest;
import org.opponency.evaluation.Trend;

/**
 * How a claim is held against networks. The factories are the kinds of claims that the paper makes;
 * each gives one-sided tests of the claim and of its contrary, with the network as the unit.
 */
@FunctionalInterface
interface Criterion {
  /**
   * What networks say.
   *
   * @param runs of one measure; width 0 without a retina
   */
  Finding judge(ByWidth runs);

  /** The measure falls with the width: tight bottlenecks have more of it. */
  static Criterion falls() {
    return all -> rising(all.withRetina()).ofContrary();
  }

  /** The measure rises with the width: tight bottlenecks have less of it. */
  static Criterion rises() {
    return all -> rising(all.withRetina());
  }

  /**
   * Of shares of cells it is their slope that rises: a network of one cell has all or none, and its
   * rank among others says nothing of a share.
   */
  private static Finding rising(ByWidth runs) {
    if (runs.shares().isEmpty()) {
      Trend trend = runs.trend();
      return Double.isNaN(trend.pRises())
          ? Finding.untold(trend.warning())
          : Finding.of(
              text(runs, trend), trend.pRises(), trend.pFalls(), trend.leastP(), trend.runs());
    }
    Estimate slope = runs.slope();
    return Double.isNaN(slope.value())
        ? Finding.untold("a slope needs two widths or more")
        : Finding.of(
            Numbers.slope(runs, slope), slope.pAbove(0), slope.pBelow(0), 0, Numbers.counted(runs));
  }

  /**
   * Networks have more of it than they had before training, of which the measure is the difference:
   * the sign test over those that changed.
   */
  static Criterion aboveRandom(IntPredicate widths) {
    return all -> {
      ByWidth runs = all.withRetina().only(widths);
      int more = Numbers.counted(runs, value -> value > 0);
      int less = Numbers.counted(runs, value -> value < 0);
      int networks = Numbers.counted(runs);
      String numbers = format("%s; more in %d, less in %d", Numbers.brief(runs), more, less);
      return networks == 0
          ? Finding.untold(numbers)
          : Finding.of(
                  numbers, sign(more, less), sign(less, more), Math.pow(0.5, networks), networks)
              .decidedBy(() -> Power.ofSigns(more, less, networks));
    };
  }

  private static double sign(int one, int other) {
    return new BinomialTest()
        .binomialTest(one + other, one, 0.5, AlternativeHypothesis.GREATER_THAN);
  }

  /** The widths' common mean is at least so large. */
  static Criterion atLeast(double low, IntPredicate widths) {
    return all -> {
      ByWidth runs = all.withRetina().only(widths);
      Estimate mean = runs.mean();
      return pooled(
          runs,
          mean,
          mean.pAbove(low),
          mean.pBelow(low),
          mean.leastAbove(low),
          mean.leastBelow(low));
    };
  }

  /** The widths' common mean is at most so large. */
  static Criterion atMost(double high, IntPredicate widths) {
    return all -> {
      ByWidth runs = all.withRetina().only(widths);
      Estimate mean = runs.mean();
      return pooled(
          runs,
          mean,
          mean.pBelow(high),
          mean.pAbove(high),
          mean.leastBelow(high),
          mean.leastAbove(high));
    };
  }

  /** The widths' common mean lies between two bounds: equivalence, by two one-sided tests. */
  static Criterion between(double low, double high, IntPredicate widths) {
    return all -> {
      ByWidth runs = all.withRetina().only(widths);
      Estimate mean = runs.mean();
      double outside = Math.min(mean.pBelow(low), mean.pAbove(high));
      double least = Math.max(mean.leastAbove(low), mean.leastBelow(high));
      double leastOutside = Math.min(mean.leastBelow(low), mean.leastAbove(high));
      return pooled(runs, mean, mean.pBetween(low, high), outside, least, leastOutside);
    };
  }

  private static Finding pooled(
      ByWidth runs, Estimate mean, double p, double against, double leastP, double leastAgainst) {
    String numbers = text(runs, mean);
    return Double.isNaN(p)
        ? Finding.untold(numbers)
        : Finding.of(numbers, p, against, leastP, leastAgainst, Numbers.counted(runs));
  }

  /** The mean of every width lies between two bounds. */
  static Criterion allBetween(double low, double high) {
    return each(width -> true, own -> between(low, high, own));
  }

  /** The mean of each of some widths is at most so large. */
  static Criterion allAtMost(double high, IntPredicate widths) {
    return each(widths, own -> atMost(high, own));
  }

  private static Criterion each(IntPredicate widths, Function<IntPredicate, Criterion> ofWidth) {
    return all -> {
      ByWidth runs = all.withRetina().only(widths);
      List<Finding> own =
          Arrays.stream(runs.widths())
              .mapToObj(width -> ofWidth.apply(other -> other == width).judge(runs))
              .toList();
      return all(Numbers.means(runs), own, Numbers.counted(runs));
    };
  }

  /** The mean at one width exceeds that of another (0: without a retina). */
  static Criterion higherAt(int width, int other) {
    return runs -> {
      ByWidth both = runs.only(own -> own == width || own == other);
      Estimate difference = both.only(own -> own == width).minus(both.only(own -> own == other));
      double p = difference.pAbove(0);
      String numbers = Numbers.means(both);
      return Double.isNaN(p)
          ? Finding.untold(numbers)
          : Finding.of(
              numbers + "; difference " + Numbers.points(runs, difference),
              p,
              difference.pBelow(0),
              0,
              Numbers.counted(both));
    };
  }

  /** The mean at one width exceeds that of every other with a retina. */
  static Criterion highestAt(int width) {
    return all -> {
      ByWidth runs = all.withRetina();
      List<Finding> others =
          Arrays.stream(runs.widths())
              .filter(other -> other != width)
              .mapToObj(other -> higherAt(width, other).judge(runs))
              .toList();
      return all(Numbers.means(runs), others, Numbers.counted(runs));
    };
  }

  /** All of some findings must hold for the claim, so the largest p counts; one refutes it. */
  private static Finding all(String numbers, List<Finding> parts, int networks) {
    double p = parts.stream().mapToDouble(Finding::p).max().orElse(Double.NaN);
    double against =
        parts.stream().mapToDouble(Finding::against).min().orElse(Double.NaN) * parts.size();
    return Double.isNaN(p)
        ? Finding.untold(numbers)
        : Finding.of(numbers, p, Math.min(1, against), 0, networks);
  }

  /** Networks narrower than a bound have smaller values than the others. */
  static Criterion lowerBelow(int bound) {
    return below(bound, false);
  }

  /** Networks narrower than a bound have larger values than the others. */
  static Criterion higherBelow(int bound) {
    return below(bound, true);
  }

  /** Shares of cells are held by the difference of their means, as trends are by the slope. */
  private static Criterion below(int bound, boolean higher) {
    return all -> {
      ByWidth runs = all.withRetina();
      ByWidth tight = runs.only(width -> width < bound);
      ByWidth wide = runs.only(width -> width >= bound);
      String means =
          format(
              "%s below width %d, %s from there on",
              Numbers.number(runs, tight.mean().value()),
              bound,
              Numbers.number(runs, wide.mean().value()));
      Finding more;
      if (runs.shares().isEmpty()) {
        RankTest test = runs.below(bound);
        String numbers = format("%s, effect %+.2f", means, test.effect());
        more = Finding.of(numbers, test.pHigher(), test.pLower(), test.leastP(), test.networks());
      } else {
        Estimate gap = tight.minus(wide);
        String numbers = means + "; difference " + Numbers.points(runs, gap);
        more = Finding.of(numbers, gap.pAbove(0), gap.pBelow(0), 0, Numbers.counted(runs));
      }
      if (Double.isNaN(more.p())) {
        return Finding.untold("networks on one side of width " + bound + " only");
      }
      return higher ? more : more.ofContrary();
    };
  }

  /**
   * No two widths differ by more than a margin: equivalence of every pair. What shows the contrary
   * is that widths differ beyond chance, and not by so little.
   */
  static Criterion alike(double margin, IntPredicate widths) {
    return all -> {
      ByWidth runs = all.withRetina().only(widths);
      List<Finding> pairs = new ArrayList<>();
      for (int one : runs.widths()) {
        Arrays.stream(runs.widths())
            .filter(other -> other > one)
            .mapToObj(other -> pair(runs, one, other, margin))
            .forEach(pairs::add);
      }
      double p = pairs.stream().mapToDouble(Finding::p).max().orElse(Double.NaN);
      double against = runs.pDiffer();
      if (Double.isNaN(p) && Double.isNaN(against)) {
        return Finding.untold(Numbers.means(runs));
      }
      int[] sizes =
          runs.means().stream().mapToInt(mean -> (int) mean.runs()).filter(n -> n > 0).toArray();
      int networks = IntStream.of(sizes).sum();
      Finding finding =
          Finding.of(Numbers.means(runs), p, against, 0, leastDiffer(sizes), networks);
      return against < p
          ? finding.decidedBy(() -> Power.ofRanks(against, sizes.length - 1, networks))
          : finding;
    };
  }

  /**
   * The smallest p that Kruskal and Wallis' test can give so many networks a width: as far apart
   * lie the same ranks in reverse order, and those of widths with as many networks exchanged.
   */
  private static double leastDiffer(int[] sizes) {
    Map<Integer, Long> alike =
        IntStream.of(sizes).boxed().collect(Collectors.groupingBy(n -> n, Collectors.counting()));
    double exchanges =
        alike.values().stream()
            .mapToDouble(widths -> CombinatoricsUtils.factorialLog(widths.intValue()))
            .sum();
    double each = IntStream.of(sizes).mapToDouble(CombinatoricsUtils::factorialLog).sum();
    double arrangements = CombinatoricsUtils.factorialLog(IntStream.of(sizes).sum()) - each;
    return Math.exp(Math.max(Math.log(2), exchanges) - arrangements);
  }

  private static Finding pair(ByWidth runs, int one, int other, double margin) {
    Estimate difference = runs.only(w -> w == one).minus(runs.only(w -> w == other));
    double p = difference.pBetween(-margin, margin);
    return Finding.of("", p, Double.NaN, 0, 0);
  }
}
