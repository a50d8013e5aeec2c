package org.opponency.study.networks;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void namesAreReadInAnyCase() {
    assertThat(Scale.of("smoke")).isEqualTo(Scale.SMOKE);
    assertThat(Scale.of(" Paper ")).isEqualTo(Scale.PAPER);
    assertThat(Scale.LAPTOP.label()).isEqualTo("laptop");
  }

  @Test
  void wrongNameTellsTheThree() {
    var refusal = assertThrows(IllegalArgumentException.class, () -> Scale.of("desktop"));
    assertThat(refusal).hasMessageThat().contains("smoke, laptop, paper");
    assertThat(refusal).hasMessageThat().contains("\"desktop\"");
    assertThat(refusal).hasMessageThat().contains("OPPONENCY_SCALE");
  }

  @Test
  void environmentWithoutAScaleMeansLaptop() {
    String set = System.getenv(Scale.VARIABLE);
    Scale expected = set == null || set.isBlank() ? Scale.LAPTOP : Scale.of(set);
    assertThat(Scale.fromEnvironment()).isEqualTo(expected);
  }
}
