package org.opponency.engine;

import static com.google.common.truth.Truth.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ComputeTest {
  @Test
  void threadsAreKeptHereAndInNewThreads() {
    try (Compute.Threads whole = Compute.keepThreads()) {
      Compute.threads(3);
      try (Compute.Threads kept = Compute.keepThreads()) {
        Compute.threads(2);
        assertThat(inNewThread()).isEqualTo(2); // or there would be nothing to keep
      }
      assertThat(Compute.threads()).isEqualTo(3);
      assertThat(inNewThread()).isEqualTo(3);
    }
  }

  @Test
  void newThreadsMayHaveAnotherNumber() {
    try (Compute.Threads whole = Compute.keepThreads()) {
      Compute.threads(3);
      CompletableFuture.runAsync(() -> Compute.threads(2), task -> new Thread(task).start()).join();
      try (Compute.Threads kept = Compute.keepThreads()) {
        Compute.threads(1);
      }
      assertThat(Compute.threads()).isEqualTo(3);
      assertThat(inNewThread()).isEqualTo(2);
    }
  }

  private static int inNewThread() {
    return CompletableFuture.supplyAsync(Compute::threads, task -> new Thread(task).start()).join();
  }
}
