package org.opponency.claims;

import static org.opponency.claims.Numbers.text;
import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
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
    return all -> {
      ByWidth runs = all.withRetina();
      Trend trend = runs.trend();
      return trend(runs, trend, trend.pFalls(), trend.pRises());
    };
  }

  /** The measure rises with the width: tight bottlenecks have less of it. */
  static Criterion rises() {
    return all -> {
      ByWidth runs = all.withRetina();
      Trend trend = runs.trend();
      return trend(runs, trend, trend.pRises(), trend.pFalls());
    };
  }

  private static Finding trend(ByWidth runs, Trend trend, double p, double against) {
    return Double.isNaN(p)
        ? Finding.untold(trend.warning())
        : Finding.of(text(runs, trend), p, against, trend.leastP(), trend.runs());
  }

  /** The widths' common mean is at least so large. */
  static Criterion atLeast(double low, IntPredicate widths) {
    return all -> {
      ByWidth runs = all.withRetina().only(widths);
      Estimate mean = runs.mean();
      return pooled(runs, mean, mean.pAbove(low), mean.pBelow(low), mean.leastAbove(low));
    };
  }

  /** The widths' common mean is at most so large. */
  static Criterion atMost(double high, IntPredicate widths) {
    return all -> {
      ByWidth runs = all.withRetina().only(widths);
      Estimate mean = runs.mean();
      return pooled(runs, mean, mean.pBelow(high), mean.pAbove(high), mean.leastBelow(high));
    };
  }

  /** The widths' common mean lies between two bounds: equivalence, by two one-sided tests. */
  static Criterion between(double low, double high, IntPredicate widths) {
    return all -> {
      ByWidth runs = all.withRetina().only(widths);
      Estimate mean = runs.mean();
      double outside = Math.min(mean.pBelow(low), mean.pAbove(high));
      double least = Math.max(mean.leastAbove(low), mean.leastBelow(high));
      return pooled(runs, mean, mean.pBetween(low, high), outside, least);
    };
  }

  private static Finding pooled(
      ByWidth runs, Estimate mean, double p, double against, double least) {
    String numbers = text(runs, mean);
    return Double.isNaN(p)
        ? Finding.untold(numbers)
        : Finding.of(numbers, p, against, least, Numbers.living(runs));
  }

  /** The mean of every width lies between two bounds. */
  static Criterion allBetween(double low, double high) {
    return all -> {
      ByWidth runs = all.withRetina();
      List<Finding> widths =
          Arrays.stream(runs.widths())
              .mapToObj(width -> between(low, high, own -> own == width).judge(runs))
              .toList();
      return all(Numbers.means(runs), widths, Numbers.living(runs));
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
              Numbers.living(both));
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
      return all(Numbers.means(runs), others, Numbers.living(runs));
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
    return all -> {
      ByWidth runs = all.withRetina();
      RankTest test = runs.below(bound);
      return below(runs, bound, test, test.pLower(), test.pHigher());
    };
  }

  /** Networks narrower than a bound have larger values than the others. */
  static Criterion higherBelow(int bound) {
    return all -> {
      ByWidth runs = all.withRetina();
      RankTest test = runs.below(bound);
      return below(runs, bound, test, test.pHigher(), test.pLower());
    };
  }

  private static Finding below(ByWidth runs, int bound, RankTest test, double p, double against) {
    ByWidth tight = runs.only(width -> width < bound);
    ByWidth wide = runs.only(width -> width >= bound);
    String numbers =
        format(
            "%s below width %d, %s from there on, effect %+.2f",
            Numbers.number(runs, tight.mean().value()),
            bound,
            Numbers.number(runs, wide.mean().value()),
            test.effect());
    return Double.isNaN(p)
        ? Finding.untold("networks on one side of width " + bound + " only")
        : Finding.of(numbers, p, against, test.leastP(), test.networks());
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
      return Double.isNaN(p) && Double.isNaN(against)
          ? Finding.untold(Numbers.means(runs))
          : Finding.of(Numbers.means(runs), p, against, 0, Numbers.living(runs));
    };
  }

  private static Finding pair(ByWidth runs, int one, int other, double margin) {
    Estimate difference = runs.only(w -> w == one).minus(runs.only(w -> w == other));
    double p = difference.pBetween(-margin, margin);
    return Finding.of("", p, Double.NaN, 0, 0);
  }
}
