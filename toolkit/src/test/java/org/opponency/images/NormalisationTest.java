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

  @Test
  void isNamedByAWordOrSixNumbers() {
    assertThat(Normalisation.named("imagenet")).isEqualTo(Normalisation.IMAGENET);
    assertThat(Normalisation.named("as-is")).isEqualTo(Normalisation.NONE);
    assertThat(Normalisation.named("0.5,0.4,0.3,0.25,0.2,0.1"))
        .isEqualTo(new Normalisation(0.5f, 0.4f, 0.3f, 0.25f, 0.2f, 0.1f));
    for (String wrong : new String[] {"cifar", "0.5,0.4,0.3", "0.5,0.4,0.3,a,b,c", ""}) {
      assertThrows(IllegalArgumentException.class, () -> Normalisation.named(wrong));
    }
  }
}
