package org.opponency.training;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class StopwatchTest {
  private long seconds = 100;

  @Test
  void goesOnFromWhatWasMeasuredBefore() {
    var watch = new Stopwatch(() -> seconds * 1_000_000_000L);
    seconds = 103;
    assertThat(watch.seconds()).isWithin(1e-9).of(3);
    watch.restart(40);
    seconds = 105;
    assertThat(watch.seconds()).isWithin(1e-9).of(42);
  }
}
