package org.opponency.images.batch;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.opponency.images.GoldenImages;
import org.opponency.images.RgbImage;

class AugmentationTest {
  @Test
  void flipsHalfOfTheImages() throws IOException {
    RgbImage image = GoldenImages.picture("resized-none.png");
    int flipped = 0;
    for (int seed = 0; seed < 2000; seed++) {
      RgbImage result = Augmentation.flip().apply(image, seed);
      if (result.equals(image.mirrored())) {
        flipped++;
      } else {
        assertThat(result).isEqualTo(image);
      }
    }
    // s.d. 22.
    assertThat((double) flipped).isWithin(90).of(1000);
  }

  @Test
  void movesTheImageAndFillsWithBlack() {
    RgbImage image = new RgbImage(2, 2, new byte[] {1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4});

    assertThat(RandomTranslation.translated(image, 1, 0))
        .isEqualTo(new RgbImage(2, 2, new byte[] {0, 0, 0, 1, 1, 1, 0, 0, 0, 3, 3, 3}));
    assertThat(RandomTranslation.translated(image, -1, 1))
        .isEqualTo(new RgbImage(2, 2, new byte[] {0, 0, 0, 0, 0, 0, 2, 2, 2, 0, 0, 0}));
    assertThat(RandomTranslation.translated(image, 0, -1))
        .isEqualTo(new RgbImage(2, 2, new byte[] {3, 3, 3, 4, 4, 4, 0, 0, 0, 0, 0, 0}));
  }

  @Test
  void drawsShiftsLikeTorchvision() {
    // Red grows to the right, green downwards, from 1: the pixel at (5, 5) tells the shift.
    byte[] pixels = new byte[3 * 32 * 32];
    for (int i = 0; i < 32 * 32; i++) {
      pixels[3 * i] = (byte) (1 + i % 32);
      pixels[3 * i + 1] = (byte) (1 + i / 32);
    }
    RgbImage image = new RgbImage(32, 32, pixels);
    int[] right = new int[7];
    int[] down = new int[7];
    int draws = 20_000;
    for (int seed = 0; seed < draws; seed++) {
      RgbImage moved = new RandomTranslation(0.1).apply(image, seed);
      right[6 - moved.value(5, 5, 0) + 3]++;
      down[6 - moved.value(5, 5, 1) + 3]++;
    }
    // U(-3.2, 3.2), rounded: the outermost shifts take 0.7 of 6.4, the others 1 of 6.4.
    for (int shift = 0; shift < 7; shift++) {
      double share = (shift % 6 == 0 ? 0.7 : 1) / 6.4;
      assertThat((double) right[shift] / draws).isWithin(0.011).of(share);
      assertThat((double) down[shift] / draws).isWithin(0.011).of(share);
    }
    assertThrows(IllegalArgumentException.class, () -> new RandomTranslation(1));
  }

  @Test
  void namesItsSettings() {
    assertThat(Augmentation.imagenet(224).toString())
        .isEqualTo(
            "Sequence[first=RandomCrop[size=224, smallestArea=0.08, largestArea=1.0,"
                + " narrowest=0.75, widest=1.3333333333333333], second=RandomFlip[]]");
    assertThat(Augmentation.cifar10().toString()).contains("fraction=0.1");
  }

  @Test
  void partsOfASequenceDrawIndependently() {
    RgbImage image = new RgbImage(2, 1, new byte[] {1, 1, 1, 2, 2, 2});
    Augmentation twice = Augmentation.flip().then(Augmentation.flip());
    int changed = 0;
    for (int seed = 0; seed < 1000; seed++) {
      changed += twice.apply(image, seed).equals(image) ? 0 : 1;
    }
    // s.d. 16; with equal random numbers it would be 0.
    assertThat((double) changed).isWithin(65).of(500);
  }
}
