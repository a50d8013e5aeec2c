package org.opponency.images;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OrderTest {
  @Test
  void isAPermutation() {
    int[] order = Order.shuffled(1000, 5, 0);

    assertThat(order).isNotEqualTo(Order.sequential(1000));
    Arrays.sort(order);
    assertThat(order).isEqualTo(Order.sequential(1000));
  }

  @Test
  void dependsOnSeedAndEpochAlone() {
    assertThat(Order.shuffled(50, 5, 3)).isEqualTo(Order.shuffled(50, 5, 3));
    assertThat(Order.shuffled(50, 5, 3)).isNotEqualTo(Order.shuffled(50, 5, 4));
    assertThat(Order.shuffled(50, 5, 3)).isNotEqualTo(Order.shuffled(50, 6, 3));
  }

  @Test
  void isTheSameOnEveryMachine() {
    assertThat(Order.shuffled(8, 1, 0)).isEqualTo(new int[] {7, 2, 1, 5, 6, 4, 0, 3});
  }

  @Test
  void everyPlaceIsEquallyLikely() {
    int[] counts = new int[5];
    for (int epoch = 0; epoch < 10_000; epoch++) {
      counts[Order.shuffled(5, 9, epoch)[0]]++;
    }
    for (int count : counts) {
      // s.d. 40.
      assertThat((double) count).isWithin(160).of(2000);
    }
  }

  @Test
  void emptyAndSingleSetsAreFine() {
    assertThat(Order.shuffled(0, 1, 0)).isEmpty();
    assertThat(Order.shuffled(1, 1, 0)).asList().containsExactly(0);
  }

  @Test
  void seedsDoNotMeet() {
    long distinct =
        LongStream.range(0, 100)
            .flatMap(s -> LongStream.range(0, 100).map(i -> Seed.of(s, i)))
            .distinct()
            .count();
    assertThat(distinct).isEqualTo(10_000);
    assertThat(Seed.of(1, 2, 3)).isNotEqualTo(Seed.of(1, 3, 2));
  }
}
