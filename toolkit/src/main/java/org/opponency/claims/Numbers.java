package org.opponency.claims;

import static org.opponency.io.Text.format;

import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Estimate;
import org.opponency.evaluation.Interval;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Share;
import org.opponency.evaluation.Trend;
import org.opponency.evaluation.WidthMean;
import org.opponency.io.ShownAs;

/** The words of findings: numbers with their intervals, shares with their counts. */
final class Numbers {
  private Numbers() {}

  /** Networks whose bottleneck is alive and that have a value. */
  static int counted(ByWidth runs) {
    return counted(runs, value -> !Double.isNaN(value));
  }

  /** Networks whose bottleneck is alive and whose value is of a kind. */
  static int counted(ByWidth runs, DoublePredicate kind) {
    return (int) runs.rows().stream().filter(r -> !r.dead() && kind.test(r.value())).count();
  }

  /** The first and the last width and the slope between them. */
  static String slope(ByWidth runs, Estimate slope) {
    return format(
        "%s; %s a doubling%s",
        outermost(runs), signed(runs, slope.value()), ends(runs, slope.interval()));
  }

  /** The first and the last width and the trend between them. */
  static String text(ByWidth runs, Trend trend) {
    return format(
        "%s; %s a doubling, effect %+.2f of %d runs",
        outermost(runs), signed(runs, trend.slope()), trend.effect(), trend.runs());
  }

  private static String outermost(ByWidth runs) {
    int[] widths = runs.widths();
    int last = widths[widths.length - 1];
    return means(runs.only(width -> width == widths[0] || width == last));
  }

  /** The common mean, and each width's where there are several. */
  static String text(ByWidth runs, Estimate mean) {
    return runs.widths().length < 2
        ? means(runs)
        : format("together %s; %s", with(runs, mean.value(), mean.interval()), brief(runs));
  }

  /** Every width with its interval; shares with the cells that were counted. */
  static String means(ByWidth runs) {
    return runs.means().stream()
        .map(mean -> name(mean) + counts(runs, mean) + with(runs, mean.mean(), mean.interval()))
        .collect(Collectors.joining(", "));
  }

  /** Every width without an interval. */
  static String brief(ByWidth runs) {
    return runs.means().stream()
        .map(mean -> name(mean) + number(runs, mean.mean()))
        .collect(Collectors.joining(", "));
  }

  private static String name(WidthMean mean) {
    return BottleneckWidth.name(mean.width()) + ": ";
  }

  private static String counts(ByWidth runs, WidthMean mean) {
    List<Share> own =
        runs.shares().stream()
            .filter(one -> one.width() == mean.width() && !one.dead())
            .map(Measured::value)
            .filter(share -> share.of() > 0)
            .toList();
    return own.isEmpty()
        ? ""
        : format(
            "%.0f of %.0f cells in %d networks, ",
            own.stream().mapToDouble(Share::count).sum(),
            own.stream().mapToDouble(Share::of).sum(),
            own.size());
  }

  /** A difference, of shares in points. */
  static String points(ByWidth runs, Estimate difference) {
    Interval interval = difference.interval();
    return signed(runs, difference.value()) + ends(runs, interval);
  }

  private static String signed(ByWidth runs, double value) {
    return isPercent(runs) ? format("%+.2f points", 100 * value) : format("%+.3f", value);
  }

  private static String with(ByWidth runs, double value, Interval interval) {
    return number(runs, value) + ends(runs, interval);
  }

  private static String ends(ByWidth runs, Interval interval) {
    if (Double.isNaN(interval.low())) {
      return "";
    }
    return isPercent(runs)
        ? format(" [%.1f, %.1f]", 100 * interval.low(), 100 * interval.high())
        : format(" [%.2f, %.2f]", interval.low(), interval.high());
  }

  /** One number of the measure. */
  static String number(ByWidth runs, double value) {
    if (Double.isNaN(value)) {
      return "unknown";
    }
    return isPercent(runs) ? format("%.1f %%", 100 * value) : format("%.2f", value);
  }

  private static boolean isPercent(ByWidth runs) {
    return runs.shownAs() == ShownAs.PERCENT;
  }
}
