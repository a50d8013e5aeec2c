package org.opponency.claims;

import static org.opponency.claims.ClaimVerdict.DIFFERS;
import static org.opponency.claims.ClaimVerdict.NOT_DECIDABLE;
import static org.opponency.claims.ClaimVerdict.REPRODUCED;
import static org.opponency.io.Text.format;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Interval;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Trend;
import org.opponency.evaluation.WidthMean;
import org.opponency.study.networks.StudyNetworks;

/** How a claim is held against runs. The factories are the kinds of claims that the paper makes. */
@FunctionalInterface
interface Criterion {
  /**
   * What runs say.
   *
   * @param runs of one measure, fractions; width 0 without a retina
   * @param trend of those with a retina, corrected for the number of tests
   */
  Finding judge(ByWidth runs, Trend trend);

  /** The measure falls with the width: tight bottlenecks have more of it. */
  static Criterion falls() {
    return (runs, trend) ->
        new Finding(
            trendText(runs, trend),
            trend.falls() ? REPRODUCED : trend.rises() ? DIFFERS : NOT_DECIDABLE);
  }

  /** The measure rises with the width: tight bottlenecks have less of it. */
  static Criterion rises() {
    return (runs, trend) ->
        new Finding(
            trendText(runs, trend),
            trend.rises() ? REPRODUCED : trend.falls() ? DIFFERS : NOT_DECIDABLE);
  }

  /** No trend is found, as the paper found none: absence of evidence, as theirs is. */
  static Criterion noTrend() {
    return (runs, trend) ->
        new Finding(
            trendText(runs, trend),
            Double.isNaN(trend.p()) || !repeated(runs)
                ? NOT_DECIDABLE
                : trend.rises() || trend.falls() ? DIFFERS : REPRODUCED);
  }

  /** Whether there are repeats of every width; without them no trend could be found. */
  private static boolean repeated(ByWidth runs) {
    return runs.withRetina().means().stream().allMatch(mean -> mean.runs() > 1);
  }

  /** No width has a larger mean than this one; decided where all differences exceed chance. */
  static Criterion highestAt(int width) {
    return (runs, trend) -> {
      WidthMean own = runs.at(width);
      List<WidthMean> others =
          runs.withRetina().means().stream().filter(mean -> mean.width() != width).toList();
      boolean above = others.stream().allMatch(o -> Interval.ofDifference(own, o).low() > 0);
      boolean below = others.stream().anyMatch(o -> Interval.ofDifference(own, o).high() < 0);
      return new Finding(
          others.stream()
              .map(Criterion::text)
              .collect(Collectors.joining(", ", text(own) + "; ", "")),
          below ? DIFFERS : above && !others.isEmpty() ? REPRODUCED : NOT_DECIDABLE);
    };
  }

  /** The mean at one width exceeds that of another (0: without a retina). */
  static Criterion higherAt(int width, int other) {
    return (runs, trend) -> {
      WidthMean one = runs.at(width);
      WidthMean two = runs.at(other);
      String against = two.runs() == 0 ? "" : " against " + text(two);
      return new Finding(text(one) + against, sign(Interval.ofDifference(one, two)));
    };
  }

  /** Widths below a bound have a lower mean than the others; pooled over the widths. */
  static Criterion lowerBelow(int bound) {
    return (runs, trend) -> pooled(runs, bound, -1);
  }

  /** Widths below a bound have a higher mean than the others; pooled over the widths. */
  static Criterion higherBelow(int bound) {
    return (runs, trend) -> pooled(runs, bound, 1);
  }

  private static Finding pooled(ByWidth runs, int bound, int direction) {
    WidthMean tight = runs.pooled(width -> width > 0 && width < bound);
    WidthMean wide = runs.pooled(width -> width >= bound);
    Interval more = Interval.ofDifference(tight, wide);
    Interval less = Interval.ofDifference(wide, tight);
    return new Finding(
        format(
            "%s below width %d, %s from there on, difference %s",
            percent(tight.mean()),
            bound,
            percent(wide.mean()),
            percent(tight.mean() - wide.mean(), more)),
        sign(direction > 0 ? more : less));
  }

  /** Every run of a width has none of it. */
  static Criterion noneAt(int width) {
    return (runs, trend) -> {
      WidthMean mean = runs.at(width);
      boolean none =
          runs.rows().stream().noneMatch(r -> r.width() == width && !r.dead() && r.value() != 0);
      return new Finding(
          text(mean), mean.runs() == 0 ? NOT_DECIDABLE : none ? REPRODUCED : DIFFERS);
    };
  }

  /** The means of some widths, which are shares, lie between two bounds, each with its interval. */
  static Criterion between(double low, double high, IntPredicate widths) {
    return (runs, trend) -> {
      List<WidthMean> means =
          runs.withRetina().means().stream().filter(m -> widths.test(m.width())).toList();
      List<Interval> shares = means.stream().map(mean -> mean.interval().within(0, 1)).toList();
      boolean inside = shares.stream().allMatch(i -> i.low() >= low && i.high() <= high);
      boolean outside = shares.stream().anyMatch(i -> i.low() > high || i.high() < low);
      return new Finding(
          means.stream().map(Criterion::text).collect(Collectors.joining(", ")),
          outside ? DIFFERS : inside && !means.isEmpty() ? REPRODUCED : NOT_DECIDABLE);
    };
  }

  /** From a width on, any two means lie within the larger of their standard deviations. */
  static Criterion withinOneDeviationFrom(int bound) {
    return (runs, trend) -> {
      List<WidthMean> means = runs.means().stream().filter(mean -> mean.width() >= bound).toList();
      boolean known = means.stream().noneMatch(mean -> Double.isNaN(mean.sd()));
      boolean agree =
          means.stream()
              .allMatch(a -> means.stream().allMatch(b -> a.agreesWith(b) || b.agreesWith(a)));
      return new Finding(
          means.stream()
              .map(m -> format("width %d: %s ± %s", m.width(), percent(m.mean()), percent(m.sd())))
              .collect(Collectors.joining(", ")),
          !known || means.size() < 2 ? NOT_DECIDABLE : agree ? REPRODUCED : DIFFERS);
    };
  }

  /** As many runs of each of the paper's widths. */
  static Criterion runsAWidth(int number) {
    return (runs, trend) -> {
      long least =
          StudyNetworks.WIDTHS.stream().mapToLong(width -> count(runs, width)).min().orElseThrow();
      long most =
          StudyNetworks.WIDTHS.stream().mapToLong(width -> count(runs, width)).max().orElseThrow();
      String counts = least == most ? Long.toString(least) : least + " to " + most;
      return new Finding(
          format("%s a width, %d in all", counts, runs.withRetina().rows().size()),
          least == number && most == number ? REPRODUCED : DIFFERS);
    };
  }

  /** Networks are attacked with perturbations of up to this size. */
  static Criterion budgetsUpTo(double epsilon) {
    return (runs, trend) -> {
      double largest = runs.rows().stream().mapToDouble(Measured::value).max().orElse(Double.NaN);
      return new Finding(format("up to %.1f", largest), largest == epsilon ? REPRODUCED : DIFFERS);
    };
  }

  private static long count(ByWidth runs, int width) {
    return runs.rows().stream().filter(run -> run.width() == width).count();
  }

  private static ClaimVerdict sign(Interval difference) {
    return difference.low() > 0 ? REPRODUCED : difference.high() < 0 ? DIFFERS : NOT_DECIDABLE;
  }

  private static String trendText(ByWidth runs, Trend trend) {
    if (Double.isNaN(trend.p())) {
      return trend.warning();
    }
    int[] widths = runs.withRetina().widths();
    return format(
        "%s, %s; %+.2f points a doubling, effect %+.2f, p = %s of %d runs",
        text(runs.at(widths[0])),
        text(runs.at(widths[widths.length - 1])),
        100 * trend.slope(),
        trend.effect(),
        format(trend.pCorrected() < 1e-4 ? "%.0e" : "%.4f", trend.pCorrected()),
        trend.runs());
  }

  private static String text(WidthMean mean) {
    String name = BottleneckWidth.name(mean.width());
    return name + ": " + percent(mean.mean(), mean.interval().within(0, 1)); // all are shares
  }

  private static String percent(double value, Interval interval) {
    String ends = format(" [%.1f, %.1f]", 100 * interval.low(), 100 * interval.high());
    return percent(value) + (Double.isNaN(interval.low()) ? "" : ends);
  }

  private static String percent(double value) {
    return Double.isNaN(value) ? "unknown" : format("%.1f %%", 100 * value);
  }
}
