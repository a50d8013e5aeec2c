package org.opponency.physiology;

import java.util.stream.DoubleStream;

/** Gradients as levels of a picture, in [0, 1]. */
final class Standardised {
  private static final double MIDDLE = 0.5;

  /** The authors' guard against division by zero. */
  private static final double TINY = 1e-5;

  private Standardised() {}

  /** The smallest value becomes 0, the largest 1; all become 0.5 if there is one value only. */
  static double[] betweenExtremes(double[] values) {
    double min = DoubleStream.of(values).min().orElseThrow();
    double range = DoubleStream.of(values).max().orElseThrow() - min;
    return DoubleStream.of(values).map(v -> range == 0 ? MIDDLE : (v - min) / range).toArray();
  }

  /** Mean 0.5 and a given s.d. (n), clipped. */
  static double[] population(double[] values, double deviation) {
    return around(values, deviation, values.length);
  }

  /** Mean 0.5 and a given s.d. (n - 1), clipped. */
  static double[] sample(double[] values, double deviation) {
    return around(values, deviation, values.length - 1);
  }

  private static double[] around(double[] values, double deviation, int freedom) {
    double mean = DoubleStream.of(values).average().orElseThrow();
    double squares = DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
    double sd = Math.sqrt(squares / freedom);
    double divisor = sd > TINY ? sd + TINY : 1;
    return DoubleStream.of(values)
        .map(v -> Math.min(1, Math.max(0, (v - mean) / divisor * deviation + MIDDLE)))
        .toArray();
  }
}
