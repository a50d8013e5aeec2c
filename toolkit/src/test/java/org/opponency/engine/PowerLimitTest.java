package org.opponency.engine;

import static com.google.common.truth.Truth.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerLimitTest {
  @Test
  void oneLineIsAGpu() {
    assertThat(PowerLimit.parse("700.00 W\n")).isEqualTo(OptionalDouble.of(700));
    assertThat(PowerLimit.parse(" 260 W \r\n260.00 W\n")).isEqualTo(OptionalDouble.of(520));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[N/A]\n",
        "300.00 W\n[Not Supported]\n",
        "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver."
      })
  void whatTheDriverDoesNotTellIsUnknown(String output) {
    assertThat(PowerLimit.parse(output)).isEqualTo(OptionalDouble.empty());
  }
}
