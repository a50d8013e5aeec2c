package org.opponency.report.chart;

import static org.opponency.io.Text.format;

import java.util.List;
import java.util.stream.Collectors;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.WidthMean;
import org.opponency.io.ShownAs;

/** What a chart of widths shows, as a sentence for those who do not see it. */
public final class WidthWords {
  private WidthWords() {}

  /**
   * Such as "Shape bias falls from 25.8 % at width 1 to 20.4 % at width 32 (means of the runs:
   * 25.8, 22.1, 20.4 % at widths 1, 8, 32).".
   */
  public static String of(ByWidth runs) {
    List<WidthMean> means =
        runs.means().stream().filter(mean -> Double.isFinite(mean.mean())).toList();
    if (means.isEmpty()) {
      return format("%s: no network is alive.", capital(runs.measure()));
    }
    WidthMean first = means.get(0);
    WidthMean last = means.get(means.size() - 1);
    return means.size() == 1
        ? format("%s is %s.", capital(runs.measure()), at(first))
        : format(
            "%s %s from %s to %s (means of the runs: %s).",
            capital(runs.measure()), verb(first, last), at(first), at(last), all(means));
  }

  private static String verb(WidthMean first, WidthMean last) {
    return number(first).equals(number(last))
        ? "goes"
        : last.mean() < first.mean() ? "falls" : "rises";
  }

  private static String at(WidthMean mean) {
    return format("%s%s at %s", number(mean), unit(mean), BottleneckWidth.name(mean.width()));
  }

  private static String all(List<WidthMean> means) {
    String values = means.stream().map(WidthWords::number).collect(Collectors.joining(", "));
    String widths =
        means.stream().map(m -> Integer.toString(m.width())).collect(Collectors.joining(", "));
    return format("%s%s at widths %s", values, unit(means.get(0)), widths);
  }

  private static String number(WidthMean mean) {
    return mean.shownAs() == ShownAs.PERCENT
        ? format("%.1f", 100 * mean.mean())
        : format("%.3g", mean.mean());
  }

  private static String unit(WidthMean mean) {
    return mean.shownAs() == ShownAs.PERCENT ? " %" : "";
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
