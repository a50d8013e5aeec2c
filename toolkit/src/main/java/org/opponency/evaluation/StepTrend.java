package org.opponency.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Whether a number of each network rises or falls over ordered steps of an experiment: the
 * Jonckheere-Terpstra statistic, its p from permutations of the networks over the steps.
 *
 * @param networks how many were counted
 * @param effect in [-1, 1]: share of pairs of networks of different steps in which the later one
 *     has the larger value, minus the share in which it has the smaller; NaN without such pairs
 * @param pRises one-sided; NaN without such pairs
 * @param pFalls one-sided, likewise
 */
public record StepTrend(int networks, double effect, double pRises, double pFalls) {
  /** Permutations: p = 0.05 has a standard error of 0.0007. */
  private static final int PERMUTATIONS = 100_000;

  private static final long SEED = 2020;

  /**
   * The trend over steps.
   *
   * @param steps the values of each step's networks, all finite; a step may be empty
   * @throws IllegalArgumentException if a value is not finite
   */
  public static StepTrend of(List<double[]> steps) {
    double[] values = steps.stream().flatMapToDouble(Arrays::stream).toArray();
    if (!Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "Expected finite values, got "
              + Arrays.stream(values).filter(v -> !Double.isFinite(v)).findFirst().orElseThrow());
    }
    int[] sizes = steps.stream().mapToInt(step -> step.length).toArray();
    int pairs = Jonckheere.pairs(sizes);
    if (pairs == 0) {
      return new StepTrend(values.length, Double.NaN, Double.NaN, Double.NaN);
    }
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(i -> i)
            .toArray();
    int[] places =
        IntStream.range(0, sizes.length)
            .flatMap(step -> IntStream.generate(() -> step).limit(sizes[step]))
            .toArray();
    double[] sorted = IntStream.of(order).mapToDouble(i -> values[i]).toArray();
    return permuted(sorted, IntStream.of(order).map(i -> places[i]).toArray(), sizes.length, pairs);
  }

  /** The values themselves count as one of the permutations (Phipson and Smyth 2010). */
  private static StepTrend permuted(double[] sorted, int[] steps, int count, int pairs) {
    double statistic = Jonckheere.statistic(sorted, steps, count);
    Random random = new Random(SEED);
    int[] shuffled = steps.clone();
    int rises = 1;
    int falls = 1;
    for (int i = 0; i < PERMUTATIONS; i++) {
      shuffle(shuffled, random);
      double other = Jonckheere.statistic(sorted, shuffled, count);
      rises += other >= statistic ? 1 : 0;
      falls += other <= statistic ? 1 : 0;
    }
    double all = PERMUTATIONS + 1.0;
    return new StepTrend(sorted.length, 2 * statistic / pairs - 1, rises / all, falls / all);
  }

  private static void shuffle(int[] numbers, Random random) {
    for (int i = numbers.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = numbers[i];
      numbers[i] = numbers[j];
      numbers[j] = kept;
    }
  }
}
