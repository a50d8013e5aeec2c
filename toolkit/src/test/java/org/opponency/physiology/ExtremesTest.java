package org.opponency.physiology;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class ExtremesTest {
  @Test
  void theFirstOfEqualsIsTheLargest() {
    assertThat(Extremes.largest(new double[] {1, 3, -4, 3})).isEqualTo(1);
    assertThat(Extremes.largest(new double[] {-2, -2})).isEqualTo(0);
  }
}
