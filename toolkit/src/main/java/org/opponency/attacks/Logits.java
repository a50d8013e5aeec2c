package org.opponency.attacks;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Logits of some images as numbers.
 *
 * @param values row by row
 * @param rows number of images
 */
record Logits(double[] values, int rows) {
  int classes() {
    return values.length / rows;
  }

  double get(int row, int label) {
    return values[row * classes() + label];
  }

  /** Whether a logit of a row is not a number. */
  boolean isBroken(int row) {
    return IntStream.range(0, classes()).anyMatch(c -> Double.isNaN(get(row, c)));
  }

  /** The class with the highest logit; the first of equals. */
  int highest(int row) {
    int highest = 0;
    for (int c = 1; c < classes(); c++) {
      if (get(row, c) > get(row, highest)) {
        highest = c;
      }
    }
    return highest;
  }

  /** At most so many classes, from the highest logit downwards. */
  int[] ranking(int row, int count) {
    return IntStream.range(0, classes())
        .boxed()
        .sorted(Comparator.comparingDouble(c -> -get(row, c)))
        .limit(count)
        .mapToInt(c -> c)
        .toArray();
  }

  /** Cross-entropy in nats. */
  double loss(int row, int label) {
    double highest = get(row, highest(row));
    double sum = 0;
    for (int c = 0; c < classes(); c++) {
      sum += Math.exp(get(row, c) - highest);
    }
    return Math.log(sum) + highest - get(row, label);
  }
}
