package org.opponency.evaluation;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Jonckheere-Terpstra statistic for ordered groups (Terpstra 1952, Jonckheere 1954): the number
 * of pairs of values from different groups of which the one from the later group is larger; equal
 * values count one half.
 */
final class Jonckheere {
  /** Null distributions that were asked for, by the groups' sizes; they are few and small. */
  private static final Map<String, double[]> DISTRIBUTIONS = new ConcurrentHashMap<>();

  private Jonckheere() {}

  /**
   * The statistic.
   *
   * @param values in increasing order
   * @param groups the group of each value, counted from 0
   * @param count how many groups there are
   */
  static double statistic(double[] values, int[] groups, int count) {
    int[] smaller = new int[count]; // values of each group before the present ties
    int[] tied = new int[count];
    long halves = 0;
    int start = 0;
    while (start < values.length) {
      int end = endOfTies(values, start);
      Arrays.fill(tied, 0);
      for (int i = start; i < end; i++) {
        tied[groups[i]]++;
      }
      int smallerBefore = 0; // of the groups before
      int tiedBefore = 0;
      for (int group = 0; group < count; group++) {
        halves += (long) tied[group] * (2 * smallerBefore + tiedBefore);
        smallerBefore += smaller[group];
        tiedBefore += tied[group];
        smaller[group] += tied[group];
      }
      start = end;
    }
    return halves / 2.0;
  }

  private static int endOfTies(double[] values, int start) {
    int end = start + 1;
    while (end < values.length && values[end] == values[start]) {
      end++;
    }
    return end;
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

  /** Probability of a value at least so large. */
  static double atLeast(double statistic, int... sizes) {
    // Simulations and ledgers ask for the same sizes again and again.
    double[] distribution =
        DISTRIBUTIONS.computeIfAbsent(Arrays.toString(sizes), any -> distribution(sizes));
    double p = 0;
    for (int u = distribution.length - 1; u >= statistic; u--) {
      p += distribution[u];
    }
    return Math.min(1, p);
  }
}
