package org.opponency.models;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opponency.io.Text.format;

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
    assertThat(error).hasMessageThat().contains(format("got width %d, kernel %d", width, kernel));
  }

  /**
   * Trained networks are told apart by this text: that of the paper's retinas must never change.
   */
  @Test
  void usualChannelsGoWithoutSaying() {
    assertThat(new Retina(4, 7).toString()).isEqualTo("Retina[width=4, kernel=7]");
    assertThat(new Retina(64, 7, 64).toString())
        .isEqualTo("Retina[width=64, kernel=7, channels=64]");
  }

  @Test
  void theAuthorsBaselineHas64ChannelsThroughout() {
    assertThat(Architecture.baseline(1000, 224).retina()).isEqualTo(new Retina(64, 7, 64));
    assertThat(assertThrows(IllegalArgumentException.class, () -> new Retina(4, 7, 0)))
        .hasMessageThat()
        .contains("channels >= 1, got 0");
  }
}
