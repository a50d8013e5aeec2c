package org.opponency.study.networks;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
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
    assertThat(Scale.from(Map.of())).isEqualTo(Scale.LAPTOP);
    assertThat(Scale.from(Map.of("OPPONENCY_SCALE", " "))).isEqualTo(Scale.LAPTOP);
    assertThat(Scale.from(Map.of("OPPONENCY_SCALE", "paper"))).isEqualTo(Scale.PAPER);
  }
}
