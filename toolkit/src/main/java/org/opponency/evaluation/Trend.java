package org.opponency.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether a measure rises or falls with the width of the bottleneck.
 *
 * @param measure what was measured
 * @param widths how many widths have living networks
 * @param runs living networks in all
 * @param effect in [-1, 1]: share of pairs of networks of different widths in which the wider one
 *     has the larger value, minus the share in which it has the smaller (Somers' d of value given
 *     width)
 * @param p two-sided, of the Jonckheere-Terpstra test
 * @param exact whether p is exact; else it is estimated by permutations, because values are tied
 * @param errorOfP standard error of p; 0 where it is exact
 * @param slope least squares, of the value over log2(width): change a doubling
 * @param slopeP two-sided, of the slope, estimated by permutations
 * @param errorOfSlopeP standard error of slopeP
 * @param pCorrected p corrected for the number of tests; p itself for a single test
 * @param warning what is ill-defined and why, or empty
 */
public record Trend(
    String measure,
    int widths,
    int runs,
    double effect,
    double p,
    boolean exact,
    double errorOfP,
    double slope,
    double slopeP,
    double errorOfSlopeP,
    double pCorrected,
    String warning) {
  /** The level below which a corrected p is taken for a trend. */
  public static final double LEVEL = 0.05;

  /** A trend that cannot be told. */
  static Trend none(String measure, int widths, int runs, String warning) {
    double none = Double.NaN;
    return new Trend(
        measure, widths, runs, none, none, false, none, none, none, none, none, warning);
  }

  /** Whether it rises with the width beyond chance. */
  public boolean rises() {
    return effect > 0 && pCorrected < LEVEL;
  }

  /** Whether it falls with the width beyond chance. */
  public boolean falls() {
    return effect < 0 && pCorrected < LEVEL;
  }

  /**
   * The same trends, each p corrected for their number by Holm's method (1979). Those that cannot
   * be told are not counted.
   */
  public static List<Trend> corrected(List<Trend> trends) {
    List<Integer> byP =
        IntStream.range(0, trends.size())
            .boxed()
            .filter(i -> !Double.isNaN(trends.get(i).p))
            .sorted(Comparator.comparingDouble(i -> trends.get(i).p))
            .toList();
    List<Trend> corrected = new ArrayList<>(trends);
    double least = 0;
    for (int rank = 0; rank < byP.size(); rank++) {
      Trend trend = trends.get(byP.get(rank));
      least = Math.min(1, Math.max(least, (byP.size() - rank) * trend.p));
      corrected.set(byP.get(rank), trend.withCorrected(least));
    }
    return corrected;
  }

  /**
   * The same trends, each p corrected as one of so many tests by Bonferroni's method: for trends
   * whose companions are not known, and never more lenient than {@link #corrected(List)} with them.
   */
  public static List<Trend> corrected(List<Trend> trends, int tests) {
    return trends.stream().map(trend -> trend.withCorrected(Math.min(1, tests * trend.p))).toList();
  }

  private Trend withCorrected(double value) {
    return new Trend(
        measure,
        widths,
        runs,
        effect,
        p,
        exact,
        errorOfP,
        slope,
        slopeP,
        errorOfSlopeP,
        value,
        warning);
  }
}
