package org.opponency.benchmarks;

import static org.opponency.io.Text.format;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Our time in units of a peer's: the median over all turns, each of which has both sides under the
 * same load. Below 1, ours is the faster.
 *
 * @param value the median
 * @param noise standard error of the median, from the median absolute deviation of the turns
 */
record Ratio(double value, double noise) {
  /** So many standard errors apart, two ratios differ, */
  private static final double DIFFERENT = 3;

  /** unless they are this near: the standard error of a few turns is itself uncertain. */
  private static final double NEAR = 0.05;

  /** From the median absolute deviation to the standard deviation of a normal distribution. */
  private static final double DEVIATION = 1.4826;

  /** From the standard error of the mean to that of the median. */
  private static final double MEDIAN = Math.sqrt(Math.PI / 2);

  private static final Pattern TEXT = Pattern.compile("([\\d.]+) ± ([\\d.]+)");

  /** Of the times of both sides, so many steps a turn. */
  static Ratio of(List<Double> own, List<Double> other, int perTurn) {
    List<Double> turns =
        IntStream.range(0, own.size() / perTurn)
            .mapToObj(turn -> median(own, turn, perTurn) / median(other, turn, perTurn))
            .toList();
    double value = BesidePyTorch.median(turns);
    double spread = BesidePyTorch.median(turns.stream().map(t -> Math.abs(t - value)).toList());
    return new Ratio(value, MEDIAN * DEVIATION * spread / Math.sqrt(turns.size()));
  }

  private static double median(List<Double> times, int turn, int perTurn) {
    return BesidePyTorch.median(times.subList(turn * perTurn, (turn + 1) * perTurn));
  }

  /** The last ratio in a row of a table: that to the fastest form of the peer. */
  static Ratio last(String row) {
    Ratio last = null;
    Matcher matcher = TEXT.matcher(row);
    while (matcher.find()) {
      last = new Ratio(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)));
    }
    if (last == null) {
      throw new IllegalArgumentException("Expected a ratio such as 0.82 ± 0.02, got " + row);
    }
    return last;
  }

  /** What became of an earlier one. */
  String since(Ratio earlier) {
    double noise = DIFFERENT * Math.hypot(this.noise, earlier.noise);
    if (Math.abs(value - earlier.value) <= Math.max(noise, NEAR)) {
      return "as before";
    }
    return value > earlier.value ? "**slower**" : "faster";
  }

  @Override
  public String toString() {
    return format("%.2f ± %.2f", value, noise);
  }
}
