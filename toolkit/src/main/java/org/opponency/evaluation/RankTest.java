package org.opponency.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * Whether tight bottlenecks differ from the others: a stratified permutation of ranks (Wilcoxon
 * 1945, van Elteren 1960), so that one network far off its peers counts as one and no more. Strata
 * are networks of about the same run: the first of each width, the second of each, and what one
 * width has more of is dealt out to them.
 *
 * @param networks living networks in all
 * @param effect in [-1, 1]: share of pairs of one network of either side in which the tight one has
 *     the larger value, minus the share in which it has the smaller
 * @param pHigher one-sided, that tight ones have larger values
 * @param pLower one-sided, that they have smaller ones
 * @param leastP the smallest p that so many networks can give
 */
public record RankTest(int networks, double effect, double pHigher, double pLower, double leastP) {
  /** Permutations: p = 0.05 has a standard error of 0.001. */
  static final int PERMUTATIONS = 50_000;

  private static final long SEED = 2020;
  private static final double ROUNDING = 1e-9;

  /** One stratum: which of its networks are tight (1, else 0), and their ranks. */
  private record Stratum(int[] tight, double[] ranks) {
    static Stratum of(List<Measured<Double>> networks, int bound) {
      double[] values = networks.stream().mapToDouble(Measured::value).toArray();
      double[] ranks =
          Arrays.stream(values).map(value -> rank(values, value) / (values.length + 1)).toArray();
      return new Stratum(
          networks.stream().mapToInt(one -> one.width() < bound ? 1 : 0).toArray(), ranks);
    }

    /** Equal values share their ranks. */
    private static double rank(double[] values, double value) {
      double less = Arrays.stream(values).filter(other -> other < value).count();
      double equal = Arrays.stream(values).filter(other -> other == value).count();
      return less + (equal + 1) / 2;
    }

    double sum() {
      double sum = 0;
      for (int i = 0; i < ranks.length; i++) {
        sum += tight[i] * ranks[i];
      }
      return sum;
    }

    double arrangements() {
      return CombinatoricsUtils.binomialCoefficientDouble(tight.length, IntStream.of(tight).sum());
    }
  }

  static RankTest of(ByWidth runs, int bound) {
    List<Measured<Double>> alive =
        runs.rows().stream().filter(one -> !one.dead() && !one.value().isNaN()).toList();
    long tight = alive.stream().filter(one -> one.width() < bound).count();
    if (tight == 0 || tight == alive.size()) {
      return new RankTest(alive.size(), Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    List<Stratum> strata =
        strata(alive).stream().map(networks -> Stratum.of(networks, bound)).toList();
    double least =
        1 / strata.stream().mapToDouble(Stratum::arrangements).reduce(1, (a, b) -> a * b);
    return permuted(alive.size(), effect(alive, bound), strata, least);
  }

  /** The place of a network in its width, dealt out to as many strata as the fewest networks. */
  private static List<List<Measured<Double>>> strata(List<Measured<Double>> alive) {
    Map<Integer, List<Measured<Double>>> byWidth =
        alive.stream()
            .collect(Collectors.groupingBy(Measured::width, TreeMap::new, Collectors.toList()));
    int count = byWidth.values().stream().mapToInt(List::size).min().orElseThrow();
    List<List<Measured<Double>>> strata =
        IntStream.range(0, count).<List<Measured<Double>>>mapToObj(i -> new ArrayList<>()).toList();
    byWidth
        .values()
        .forEach(
            own ->
                IntStream.range(0, own.size()).forEach(i -> strata.get(i % count).add(own.get(i))));
    return strata;
  }

  private static RankTest permuted(
      int networks, double effect, List<Stratum> strata, double least) {
    double sum = strata.stream().mapToDouble(Stratum::sum).sum();
    Random random = new Random(SEED);
    int higher = 1;
    int lower = 1;
    for (int i = 0; i < PERMUTATIONS; i++) {
      strata.forEach(stratum -> TrendAnalysis.shuffle(stratum.tight(), random));
      double other = strata.stream().mapToDouble(Stratum::sum).sum();
      higher += other >= sum - ROUNDING ? 1 : 0;
      lower += other <= sum + ROUNDING ? 1 : 0;
    }
    double all = PERMUTATIONS + 1.0;
    return new RankTest(networks, effect, higher / all, lower / all, least);
  }

  private static double effect(List<Measured<Double>> alive, int bound) {
    double sum = 0;
    int pairs = 0;
    for (Measured<Double> tight : alive) {
      for (Measured<Double> wide : alive) {
        if (tight.width() < bound && wide.width() >= bound) {
          sum += Math.signum(tight.value() - wide.value());
          pairs++;
        }
      }
    }
    return sum / pairs;
  }

  /**
   * Whether widths differ at all: share of permutations of the networks over the widths whose ranks
   * lie as far apart as theirs (Kruskal and Wallis 1952); NaN for fewer than two widths or where no
   * width has two networks.
   */
  static double pDiffer(ByWidth runs) {
    Map<Integer, double[]> groups = runs.groups();
    double[] values = groups.values().stream().flatMapToDouble(Arrays::stream).toArray();
    if (groups.size() < 2 || values.length == groups.size()) {
      return Double.NaN;
    }
    int[] sizes = groups.values().stream().mapToInt(own -> own.length).toArray();
    double[] ranks = Arrays.stream(values).map(value -> Stratum.rank(values, value)).toArray();
    int[] order = IntStream.range(0, values.length).toArray();
    double apart = apart(ranks, order, sizes);
    Random random = new Random(SEED);
    int far = 1;
    for (int i = 0; i < PERMUTATIONS; i++) {
      TrendAnalysis.shuffle(order, random);
      far += apart(ranks, order, sizes) >= apart - ROUNDING ? 1 : 0;
    }
    return far / (PERMUTATIONS + 1.0);
  }

  /** Kruskal and Wallis' statistic but for a factor and a term that no permutation changes. */
  private static double apart(double[] ranks, int[] order, int[] sizes) {
    double apart = 0;
    int place = 0;
    for (int size : sizes) {
      double sum = 0;
      for (int end = place + size; place < end; place++) {
        sum += ranks[order[place]];
      }
      apart += sum * sum / size;
    }
    return apart;
  }
}
