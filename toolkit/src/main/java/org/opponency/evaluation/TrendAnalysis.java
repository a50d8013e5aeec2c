package org.opponency.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * Tests the values of ordered groups for a trend; see {@link Trend} for what it tells. The values
 * are kept in increasing order, so that a permutation is one of their groups' numbers.
 */
final class TrendAnalysis {
  /** Permutations where there is no exact distribution: p = 0.05 has a standard error of 0.0005. */
  static final int PERMUTATIONS = 200_000;

  private static final long SEED = 2020;

  private final double[] values;
  private final int[] groups; // of each value, counted from 0 in order of width
  private final int[] sizes;
  private final double[] octaves; // log2(width) of each group, minus its mean over the values

  private TrendAnalysis(TreeMap<Integer, double[]> byWidth) {
    List<double[]> all = List.copyOf(byWidth.values());
    sizes = all.stream().mapToInt(group -> group.length).toArray();
    double[] unsorted = all.stream().flatMapToDouble(DoubleStream::of).toArray();
    int[] places =
        IntStream.range(0, sizes.length)
            .flatMap(group -> IntStream.generate(() -> group).limit(sizes[group]))
            .toArray();
    int[] order =
        IntStream.range(0, unsorted.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> unsorted[i]))
            .mapToInt(i -> i)
            .toArray();
    values = IntStream.of(order).mapToDouble(i -> unsorted[i]).toArray();
    groups = IntStream.of(order).map(i -> places[i]).toArray();
    double[] logarithms = byWidth.keySet().stream().mapToDouble(TrendAnalysis::octave).toArray();
    double mean = IntStream.of(groups).mapToDouble(g -> logarithms[g]).average().orElseThrow();
    octaves = DoubleStream.of(logarithms).map(x -> x - mean).toArray();
  }

  /** What a doubling of the width adds one to. */
  static double octave(int width) {
    return Math.log(width) / Math.log(2);
  }

  static Trend of(ByWidth runs) {
    return of(runs.measure(), runs.groups());
  }

  static Trend of(String measure, TreeMap<Integer, double[]> groups) {
    String warning = warning(groups);
    if (!warning.isEmpty()) {
      int total = groups.values().stream().mapToInt(group -> group.length).sum();
      return Trend.none(measure, groups.size(), total, warning);
    }
    return new TrendAnalysis(groups).trend(measure);
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
    double statistic = Jonckheere.statistic(values, groups, sizes.length);
    boolean exact = DoubleStream.of(values).distinct().count() == values.length;
    int pairs = Jonckheere.pairs(sizes);
    double[] p =
        exact
            ? new double[] {
              Jonckheere.atLeast(statistic, sizes), Jonckheere.atLeast(pairs - statistic, sizes)
            }
            : permuted(statistic);
    double square = IntStream.of(groups).mapToDouble(g -> octaves[g] * octaves[g]).sum();
    return new Trend(
        measure,
        sizes.length,
        values.length,
        2 * statistic / pairs - 1,
        product() / square,
        p[0],
        p[1],
        exact,
        exact ? 0 : error(Math.min(p[0], p[1])),
        Math.exp(-arrangements()),
        "");
  }

  /** Logarithm of how many ways there are to deal the values out: one is the most extreme. */
  private double arrangements() {
    double each = IntStream.of(sizes).mapToDouble(CombinatoricsUtils::factorialLog).sum();
    return CombinatoricsUtils.factorialLog(values.length) - each;
  }

  /**
   * Shares of permutations whose Jonckheere-Terpstra statistic is at least so large, and so small,
   * as that of the values themselves, which count as one of them (Phipson and Smyth 2010).
   */
  private double[] permuted(double statistic) {
    Random random = new Random(SEED);
    int[] shuffled = groups.clone();
    int high = 1;
    int low = 1;
    for (int i = 0; i < PERMUTATIONS; i++) {
      shuffle(shuffled, random);
      double other = Jonckheere.statistic(values, shuffled, sizes.length);
      high += other >= statistic ? 1 : 0;
      low += other <= statistic ? 1 : 0;
    }
    return new double[] {high / (PERMUTATIONS + 1.0), low / (PERMUTATIONS + 1.0)};
  }

  static void shuffle(int[] numbers, Random random) {
    for (int i = numbers.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = numbers[i];
      numbers[i] = numbers[j];
      numbers[j] = kept;
    }
  }

  /** Of log2(width) and values: the slope but for a factor, whatever the values' mean is. */
  private double product() {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += octaves[groups[i]] * values[i];
    }
    return sum;
  }

  private static double error(double p) {
    return Math.sqrt(p * (1 - p) / PERMUTATIONS);
  }
}
