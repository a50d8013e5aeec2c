package org.opponency.io;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ProgressTest {
  @Test
  void fractionIsTheShareDone() {
    assertThat(new Progress("training", 1, 4, "").fraction()).isWithin(1e-12).of(0.25);
    assertThat(new Progress("training", 3, 4, "").finished()).isFalse();
    assertThat(new Progress("training", 4, 4, "").finished()).isTrue();
  }

  @Test
  void countsThatMakeNoShareAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Progress("x", 0, 0, ""));
    var refusal = assertThrows(IllegalArgumentException.class, () -> new Progress("x", 5, 4, ""));
    assertThat(refusal).hasMessageThat().contains("5 of 4");
  }
}
