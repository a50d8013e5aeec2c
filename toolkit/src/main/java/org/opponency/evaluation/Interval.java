package org.opponency.evaluation;

import static org.opponency.io.Text.format;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A 95 % confidence interval.
 *
 * @param low lower end; NaN where there is none
 * @param high upper end; NaN where there is none
 */
public record Interval(double low, double high) {
  /** The share of intervals that hold the truth. */
  public static final double CONFIDENCE = 0.95;

  private static final double TAIL = (1 + CONFIDENCE) / 2;
  private static final double Z =
      new NormalDistribution(null, 0, 1).inverseCumulativeProbability(TAIL);

  /** Where nothing is known. */
  static final Interval NONE = new Interval(Double.NaN, Double.NaN);

  /**
   * Student's interval of a mean; NaN for fewer than two networks or values without any spread.
   *
   * @param sd standard deviation of the values, n - 1 in the denominator
   */
  public static Interval ofMean(double mean, double sd, long n) {
    if (n < 2 || sd == 0) {
      return NONE;
    }
    double half =
        new TDistribution(null, n - 1.0).inverseCumulativeProbability(TAIL) * sd / Math.sqrt(n);
    return new Interval(mean - half, mean + half);
  }

  /**
   * Wilson's score interval of a share (Wilson 1927), which behaves near 0 and 1.
   *
   * @return NaN for both ends without trials
   * @throws IllegalArgumentException unless {@code 0 <= successes <= trials}
   */
  public static Interval ofShare(long successes, long trials) {
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          format("Expected 0 <= successes <= trials, got %d of %d", successes, trials));
    }
    if (trials == 0) {
      return NONE;
    }
    double p = (double) successes / trials;
    double shrink = 1 + Z * Z / trials;
    double centre = (p + Z * Z / (2 * trials)) / shrink;
    double half = Z / shrink * Math.sqrt(p * (1 - p) / trials + Z * Z / (4.0 * trials * trials));
    // At the ends the formula is exact, its rounding is not.
    double low = successes == 0 ? 0 : centre - half;
    double high = successes == trials ? 1 : centre + half;
    return new Interval(low, high);
  }
}
