package org.opponency.study.networks;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opponency.engine.Compute;

class SideBySideTest {
  /** A notebook's later cells run in the same thread or in new ones. */
  @Test
  void workersHaveOneProcessorThreadAndNobodyElseAfterThem() {
    try (Compute.Threads whole = Compute.keepThreads()) {
      Compute.threads(3);
      List<Integer> threads =
          new SideBySide(2, "Counting").each(List.of(1, 2, 3), item -> Compute.threads());
      assertThat(threads).containsExactly(1, 1, 1);
      assertThat(Compute.threads()).isEqualTo(3);
      assertThat(
              CompletableFuture.supplyAsync(Compute::threads, task -> new Thread(task).start())
                  .join())
          .isEqualTo(3);
    }
  }

  /** Items are quick, so that some worker begins one just when the failure is met. */
  @Test
  void afterAFailureNewThreadsHaveAllOfThemToo() {
    try (Compute.Threads whole = Compute.keepThreads()) {
      Compute.threads(3);
      assertThrows(
          IllegalStateException.class,
          () ->
              new SideBySide(2, "Counting")
                  .each(
                      IntStream.range(0, 20_000).boxed().toList(),
                      item -> {
                        if (item == 0) {
                          throw new IllegalStateException("first");
                        }
                        long end = System.nanoTime() + 20_000;
                        while (System.nanoTime() < end) {
                          Thread.onSpinWait();
                        }
                        return item;
                      }));
      assertThat(
              CompletableFuture.supplyAsync(Compute::threads, task -> new Thread(task).start())
                  .join())
          .isEqualTo(3);
    }
  }

  @Test
  void oneWorkerHasAllOfThem() {
    try (Compute.Threads whole = Compute.keepThreads()) {
      Compute.threads(3);
      assertThat(new SideBySide(1, "Counting").each(List.of(1), item -> Compute.threads()))
          .containsExactly(3);
    }
  }
}
