package org.opponency.images;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class NormalisationTest {
  @Test
  void listsItsChannelsInOrder() {
    assertThat(Normalisation.IMAGENET.mean())
        .usingExactEquality()
        .containsExactly(0.485f, 0.456f, 0.406f)
        .inOrder();
    assertThat(Normalisation.IMAGENET.sd())
        .usingExactEquality()
        .containsExactly(0.229f, 0.224f, 0.225f)
        .inOrder();
  }

  @Test
  void refusesToDivideByZero() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> new Normalisation(0, 0, 0, 1, 0, Float.NaN));
    assertThat(e).hasMessageThat().endsWith("got 1.0, 0.0, NaN");
  }
}
