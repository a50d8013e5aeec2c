package org.opponency.models;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetinaTest {
  @Test
  void noneIsAbsent() {
    assertThat(Retina.NONE.isPresent()).isFalse();
    assertThat(new Retina(1, 7).isPresent()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"-1, 7", "4, 6", "4, 0", "4, -3"})
  void refusesWhatHasNoSamePadding(int width, int kernel) {
    var error = assertThrows(IllegalArgumentException.class, () -> new Retina(width, kernel));
    assertThat(error).hasMessageThat().contains("got width %d, kernel %d".formatted(width, kernel));
  }
}
