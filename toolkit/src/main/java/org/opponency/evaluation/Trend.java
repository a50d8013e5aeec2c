package org.opponency.evaluation;

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
  /** A trend that cannot be told. */
  static Trend none(String measure, int widths, int runs, String warning) {
    double none = Double.NaN;
    return new Trend(measure, widths, runs, none, none, none, none, false, none, none, warning);
  }
}
