package org.opponency.evaluation;

import java.util.Random;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** Tests the values of ordered groups for a trend; see {@link Trend} for what it tells. */
final class TrendAnalysis {
  /** Permutations where there is no exact distribution: p = 0.05 has a standard error of 0.0002. */
  static final int PERMUTATIONS = 1_000_000;

  private static final long SEED = 2020;

  /** Relative difference below which two statistics are the same but for rounding. */
  private static final double ROUNDING = 1e-9;

  private final double[] values;
  private final double[] octaves; // log2(width) minus its mean, beside each value
  private final int[] sizes;

  private TrendAnalysis(TreeMap<Integer, double[]> groups) {
    values = groups.values().stream().flatMapToDouble(DoubleStream::of).toArray();
    sizes = groups.values().stream().mapToInt(group -> group.length).toArray();
    double[] logarithms =
        groups.entrySet().stream()
            .flatMapToDouble(
                group ->
                    DoubleStream.generate(() -> Math.log(group.getKey()) / Math.log(2))
                        .limit(group.getValue().length))
            .toArray();
    double mean = DoubleStream.of(logarithms).average().orElseThrow();
    octaves = DoubleStream.of(logarithms).map(x -> x - mean).toArray();
  }

  static Trend of(Comparison runs) {
    TreeMap<Integer, double[]> groups = runs.groups();
    String warning = warning(groups);
    if (!warning.isEmpty()) {
      int total = groups.values().stream().mapToInt(group -> group.length).sum();
      return Trend.none(runs.measure(), groups.size(), total, warning);
    }
    return new TrendAnalysis(groups).trend(runs.measure());
  }

  private static String warning(TreeMap<Integer, double[]> groups) {
    if (groups.size() < 2) {
      return "a trend needs two widths or more, got " + groups.keySet();
    } else if (groups.firstKey() < 1) {
      return "width 0 has no logarithm; leave the networks without a retina out";
    }
    double[] all = groups.values().stream().flatMapToDouble(DoubleStream::of).toArray();
    if (!DoubleStream.of(all).allMatch(Double::isFinite)) {
      return "some values are not finite";
    }
    return DoubleStream.of(all).distinct().count() == 1 ? "all values are equal" : "";
  }

  private Trend trend(String measure) {
    double statistic = Jonckheere.statistic(values, sizes);
    boolean exact = !Jonckheere.hasTies(values);
    double[] shares = permuted(statistic, !exact);
    double p = exact ? Jonckheere.twoSided(statistic, sizes) : shares[0];
    return new Trend(
        measure,
        sizes.length,
        values.length,
        2 * statistic / Jonckheere.pairs(sizes) - 1,
        p,
        exact,
        exact ? 0 : error(p),
        product(values) / product(octaves),
        shares[1],
        error(shares[1]),
        p,
        "");
  }

  /**
   * Shares of permutations at least as far from the middle as the values themselves, which count as
   * one of them (Phipson and Smyth 2010): of the Jonckheere-Terpstra statistic, if wanted, and of
   * the slope.
   */
  private double[] permuted(double statistic, boolean jonckheere) {
    double middle = Jonckheere.pairs(sizes) / 2.0;
    double farthest = Math.abs(statistic - middle);
    double steepest = Math.abs(product(values)) * (1 - ROUNDING);
    Random random = new Random(SEED);
    double[] shuffled = values.clone();
    int far = 1;
    int steep = 1;
    for (int i = 0; i < PERMUTATIONS; i++) {
      shuffle(shuffled, random);
      if (jonckheere && Math.abs(Jonckheere.statistic(shuffled, sizes) - middle) >= farthest) {
        far++;
      }
      steep += Math.abs(product(shuffled)) >= steepest ? 1 : 0;
    }
    return new double[] {far / (PERMUTATIONS + 1.0), steep / (PERMUTATIONS + 1.0)};
  }

  private static void shuffle(double[] values, Random random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }

  /** Of log2(width) and values; over its square it is the slope, whatever the values' mean is. */
  private double product(double[] y) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += octaves[i] * y[i];
    }
    return sum;
  }

  private static double error(double p) {
    return Math.sqrt(p * (1 - p) / PERMUTATIONS);
  }
}
