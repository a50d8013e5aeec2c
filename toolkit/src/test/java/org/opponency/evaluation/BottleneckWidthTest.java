package org.opponency.evaluation;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class BottleneckWidthTest {
  @Test
  void widthsAreNamedAndZeroIsNone() {
    assertThat(BottleneckWidth.name(1)).isEqualTo("width 1");
    assertThat(BottleneckWidth.name(32)).isEqualTo("width 32");
    assertThat(BottleneckWidth.name(BottleneckWidth.NO_RETINA)).isEqualTo("no retina");
  }
}
