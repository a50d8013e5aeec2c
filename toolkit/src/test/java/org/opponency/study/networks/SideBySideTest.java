package org.opponency.study.networks;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
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

  @Test
  void oneWorkerHasAllOfThem() {
    try (Compute.Threads whole = Compute.keepThreads()) {
      Compute.threads(3);
      assertThat(new SideBySide(1, "Counting").each(List.of(1), item -> Compute.threads()))
          .containsExactly(3);
    }
  }
}
