package org.opponency.evaluation;

import static com.google.common.truth.Truth.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class JonckheereTest {
  /** Groups 0, 1 and 2; of the tied middle pair one half, of the pair within a group nothing. */
  @Test
  void pairsAreCountedByHand() {
    double[] values = {1, 2, 2, 3, 3};
    int[] groups = {0, 1, 0, 2, 2};
    // 0 before 1: 1 + 0.5; 0 before 2: 2 + 2; 1 before 2: 2.
    assertThat(Jonckheere.statistic(values, groups, 3)).isEqualTo(7.5);
  }

  @Test
  void itIsTheCountOverAllPairs() {
    Random random = new Random(5);
    for (int trial = 0; trial < 200; trial++) {
      int size = 1 + random.nextInt(30);
      double[] values =
          random.ints(size, 0, 1 + random.nextInt(20)).sorted().asDoubleStream().toArray();
      int[] groups = random.ints(size, 0, 4).toArray();
      assertThat(Jonckheere.statistic(values, groups, 4)).isEqualTo(overPairs(values, groups));
    }
  }

  private static double overPairs(double[] values, int[] groups) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < values.length; j++) {
        if (groups[i] < groups[j]) {
          sum += values[i] < values[j] ? 1 : values[i] == values[j] ? 0.5 : 0;
        }
      }
    }
    return sum;
  }
}
