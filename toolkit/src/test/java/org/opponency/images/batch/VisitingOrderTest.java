package org.opponency.images.batch;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.opponency.io.Seed;

class VisitingOrderTest {
  @Test
  void isAPermutation() {
    int[] order = VisitingOrder.shuffled(1000, 5, 0);

    assertThat(order).isNotEqualTo(VisitingOrder.sequential(1000));
    Arrays.sort(order);
    assertThat(order).isEqualTo(VisitingOrder.sequential(1000));
  }

  @Test
  void dependsOnSeedAndEpochAlone() {
    assertThat(VisitingOrder.shuffled(50, 5, 3)).isEqualTo(VisitingOrder.shuffled(50, 5, 3));
    assertThat(VisitingOrder.shuffled(50, 5, 3)).isNotEqualTo(VisitingOrder.shuffled(50, 5, 4));
    assertThat(VisitingOrder.shuffled(50, 5, 3)).isNotEqualTo(VisitingOrder.shuffled(50, 6, 3));
  }

  @Test
  void isTheSameOnEveryMachine() {
    assertThat(VisitingOrder.shuffled(8, 1, 0)).isEqualTo(new int[] {7, 2, 1, 5, 6, 4, 0, 3});
  }

  @Test
  void everyPlaceIsEquallyLikely() {
    int[] counts = new int[5];
    for (int epoch = 0; epoch < 10_000; epoch++) {
      counts[VisitingOrder.shuffled(5, 9, epoch)[0]]++;
    }
    for (int count : counts) {
      // s.d. 40.
      assertThat((double) count).isWithin(160).of(2000);
    }
  }

  @Test
  void emptyAndSingleSetsAreFine() {
    assertThat(VisitingOrder.shuffled(0, 1, 0)).isEmpty();
    assertThat(VisitingOrder.shuffled(1, 1, 0)).asList().containsExactly(0);
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
