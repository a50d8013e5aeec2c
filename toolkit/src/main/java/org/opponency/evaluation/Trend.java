package org.opponency.evaluation;

import java.util.List;
import java.util.TreeMap;

/**
 * Whether a measure rises or falls with the width of the bottleneck: the Jonckheere-Terpstra test.
 *
 * @param measure what was measured
 * @param widths how many widths have living networks
 * @param runs living networks in all
 * @param effect in [-1, 1]: share of pairs of networks of different widths in which the wider one
 *     has the larger value, minus the share in which it has the smaller (Somers' d of value given
 *     width)
 * @param slope least squares, of the value over log2(width): change a doubling
 * @param pRises one-sided, that it rises
 * @param pFalls one-sided, that it falls
 * @param exact whether both are exact; else they are estimated by permutations, because values are
 *     tied
 * @param errorOfP standard error of the smaller p; 0 where it is exact
 * @param leastP the smallest p that so many networks can give
 * @param warning what is ill-defined and why, or empty
 */
public record Trend(
    String measure,
    int widths,
    int runs,
    double effect,
    double slope,
    double pRises,
    double pFalls,
    boolean exact,
    double errorOfP,
    double leastP,
    String warning) {
  /**
   * Whether a measure rises or falls over ordered steps of an experiment instead of widths; the
   * slope is over the logarithm of the step's number, from 1.
   *
   * @param steps the values of each step's networks; steps without any are left out
   */
  public static Trend overSteps(String measure, List<double[]> steps) {
    TreeMap<Integer, double[]> groups = new TreeMap<>();
    for (int step = 0; step < steps.size(); step++) {
      if (steps.get(step).length > 0) {
        groups.put(step + 1, steps.get(step));
      }
    }
    return TrendAnalysis.of(measure, groups);
  }

  /** The same with a warning. */
  Trend warned(String other) {
    return new Trend(
        measure, widths, runs, effect, slope, pRises, pFalls, exact, errorOfP, leastP, other);
  }

  /** A trend that cannot be told. */
  static Trend none(String measure, int widths, int runs, String warning) {
    double none = Double.NaN;
    return new Trend(measure, widths, runs, none, none, none, none, false, none, none, warning);
  }
}
