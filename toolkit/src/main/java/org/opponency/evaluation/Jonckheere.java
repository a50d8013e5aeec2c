package org.opponency.evaluation;

import java.util.Arrays;

/**
 * The Jonckheere-Terpstra statistic for ordered groups (Terpstra 1952, Jonckheere 1954): the number
 * of pairs of values from different groups of which the one from the later group is larger; equal
 * values count one half.
 */
final class Jonckheere {
  private Jonckheere() {}

  /**
   * The statistic.
   *
   * @param values of the first group, then of the second, and so on
   * @param sizes of the groups
   */
  static double statistic(double[] values, int... sizes) {
    long halves = 0;
    int start = 0;
    for (int size : sizes) {
      for (int i = start; i < start + size; i++) {
        for (int j = 0; j < start; j++) {
          halves += values[i] > values[j] ? 2 : values[i] == values[j] ? 1 : 0;
        }
      }
      start += size;
    }
    return halves / 2.0;
  }

  /** Its largest value: all pairs of values from different groups. */
  static int pairs(int... sizes) {
    int pairs = 0;
    int before = 0;
    for (int size : sizes) {
      pairs += before * size;
      before += size;
    }
    return pairs;
  }

  /**
   * Its distribution where all orders of values without ties are equally likely: probability of
   * each value from 0 to {@link #pairs}. The counts of a group against all before it are
   * independent of each other, so the distribution is that of a sum of Mann-Whitney statistics.
   */
  static double[] distribution(int... sizes) {
    double[] sum = {1};
    int before = 0;
    for (int size : sizes) {
      sum = convolved(sum, mannWhitney(before, size));
      before += size;
    }
    return sum;
  }

  /**
   * Distribution of Mann and Whitney's U (1947): the largest of all values belongs to either
   * sample, and counts against the whole of the other if it belongs to the second.
   */
  private static double[] mannWhitney(int first, int second) {
    double[][] row = new double[second + 1][];
    for (int m = 0; m <= first; m++) {
      double[][] next = new double[second + 1][];
      for (int n = 0; n <= second; n++) {
        next[n] = m == 0 || n == 0 ? new double[] {1} : mixed(m, n, row[n], next[n - 1]);
      }
      row = next;
    }
    return row[second];
  }

  /**
   * The largest belongs to the first sample (then {@code less}) or the second of m and n values.
   */
  private static double[] mixed(int m, int n, double[] lessOfFirst, double[] lessOfSecond) {
    double[] mixed = new double[m * n + 1];
    double share = (double) m / (m + n);
    for (int u = 0; u < lessOfFirst.length; u++) {
      mixed[u] += share * lessOfFirst[u];
    }
    for (int u = 0; u < lessOfSecond.length; u++) {
      mixed[u + m] += (1 - share) * lessOfSecond[u];
    }
    return mixed;
  }

  private static double[] convolved(double[] a, double[] b) {
    double[] sum = new double[a.length + b.length - 1];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        sum[i + j] += a[i] * b[j];
      }
    }
    return sum;
  }

  /** Probability of a value at least as far from the middle as this one, on either side. */
  static double twoSided(double statistic, int... sizes) {
    double[] distribution = distribution(sizes);
    double middle = (distribution.length - 1) / 2.0;
    double distance = Math.abs(statistic - middle);
    double p = 0;
    for (int u = 0; u < distribution.length; u++) {
      p += Math.abs(u - middle) >= distance ? distribution[u] : 0;
    }
    return Math.min(1, p);
  }

  static boolean hasTies(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1]) {
        return true;
      }
    }
    return false;
  }
}
