package org.opponency.study.networks;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class ThroughputTest {
  private long seconds = 5;
  private final Throughput throughput = new Throughput(() -> seconds * 1_000_000_000L);

  @Test
  void isThatOfTheLastTenSeconds() {
    assertThat(throughput.words(64)).isEmpty();
    assertThat(throughput.words(0)).isEmpty(); // networks side by side begin at nearly one time
    assertThat(after(2)).isEqualTo("  32 images/s");
    assertThat(after(4)).isEqualTo("  32 images/s"); // is renewed when ten seconds have passed
    assertThat(after(4)).isEqualTo("  19 images/s");
    assertThat(after(10)).isEqualTo("  6 images/s");
  }

  private String after(long pause) {
    seconds += pause;
    return throughput.words(64);
  }
}
