package org.opponency.orchard;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.opponency.images.ImageSet;
import org.opponency.images.Lab;

class MaskTest {
  private static final Orchard ORCHARD = Orchard.ofSize(48);

  @Test
  void masksAreNamedAsThePicturesAre() {
    ImageSet pictures = ORCHARD.validation(3);
    ImageSet masks = ORCHARD.validationMasks(3);
    assertThat(masks.size()).isEqualTo(pictures.size());
    for (int i = 0; i < masks.size(); i++) {
      assertThat(masks.id(i)).isEqualTo(pictures.id(i));
    }
  }

  /** Neither nothing nor everything, and black or white only. */
  @Test
  void masksCoverAPartOfThePicture() {
    ImageSet masks = ORCHARD.validationMasks(2);
    for (int i = 0; i < masks.size(); i++) {
      var mask = masks.image(i);
      int white = 0;
      for (int y = 0; y < 48; y++) {
        for (int x = 0; x < 48; x++) {
          assertThat(mask.value(x, y, 0)).isAnyOf(0, 255);
          white += mask.value(x, y, 0) / 255;
        }
      }
      assertThat(white).isGreaterThan(48 * 48 / 20);
      assertThat(white).isLessThan(48 * 48 * 9 / 10);
    }
  }

  /**
   * What a mask leaves of lemons is yellow, of limes' kin green: more so than all of the picture.
   */
  @Test
  void whatIsMaskedIsMoreColouredThanTheWhole() {
    ImageSet pictures = ORCHARD.validation(5);
    ImageSet masks = ORCHARD.validationMasks(5);
    int more = 0;
    for (int i = 0; i < masks.size(); i++) {
      var mask = masks.image(i);
      Lab own = Lab.vivid(pictures.image(i), (x, y) -> mask.value(x, y, 0) > 0);
      more += own.chroma() > Lab.mean(pictures.image(i)).chroma() ? 1 : 0;
    }
    assertThat(more).isAtLeast(40); // of 50
  }
}
