package org.opponency.training;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class EpochLogTest {
  @Test
  void isReadBackToTheSameBits() {
    EpochLog log = new EpochLog(3, 120, 0.1 * 0.1, 1 / 3.0, 2 / 3.0, Double.MIN_VALUE, 1);
    assertThat(EpochLog.parse(log.format())).isEqualTo(log);
  }
}
