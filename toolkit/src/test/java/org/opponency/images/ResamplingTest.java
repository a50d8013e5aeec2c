package org.opponency.images;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ResamplingTest {
  @Test
  void weighsAsATriangleTwiceAsWideAsTheReduction() {
    RgbImage row = grey(4, 1, 0, 80, 160, 240);

    // Around the edge between the first two pixels, at distances 0.5 and 1.5 of 2: weights 3, 3, 1.
    assertThat(Resampling.resize(row, 2, 1)).isEqualTo(grey(2, 1, 57, 183));
  }

  @Test
  void keepsAnImageOfTheSameSize() throws IOException {
    RgbImage image = GoldenImages.picture("resized-none.png");

    assertThat(Resampling.resize(image, image.width(), image.height())).isEqualTo(image);
  }

  @Test
  void keepsAConstantImageAtAnySize() {
    byte[] white = new byte[3 * 50 * 40];
    Arrays.fill(white, (byte) 255);
    RgbImage image = new RgbImage(50, 40, white);

    for (int size : new int[] {1, 7, 39, 130}) {
      byte[] expected = new byte[3 * size * size];
      Arrays.fill(expected, (byte) 255);
      assertThat(Resampling.resize(image, size, size).pixels()).isEqualTo(expected);
    }
  }

  @Test
  void computesTheSamePixelsForAPartAsForAll() throws IOException {
    RgbImage image = GoldenImages.picture("resized-none.png");
    RgbImage all = Resampling.resize(image, 30, 20);
    Box kept = new Box(4, 3, 11, 9);

    RgbImage part = Resampling.resize(image, Box.of(45, 34), 30, 20, kept);

    assertThat(part.width()).isEqualTo(11);
    assertThat(part.height()).isEqualTo(9);
    for (int y = 0; y < 9; y++) {
      for (int x = 0; x < 11; x++) {
        assertThat(part.value(x, y, 1)).isEqualTo(all.value(x + 4, y + 3, 1));
      }
    }
  }

  @Test
  void cropsBeforeResizingLikeTorchvision() throws IOException {
    RgbImage image = GoldenImages.picture("resized-none.png");

    RgbImage part = Resampling.resize(image, new Box(7, 5, 31, 23), 12, 12, Box.of(12, 12));

    assertThat(part).isEqualTo(GoldenImages.picture("resized-part-12.png"));
  }

  @Test
  void refusesBoxesOutside() {
    RgbImage image = grey(4, 1, 0, 80, 160, 240);

    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Resampling.resize(image, new Box(1, 0, 4, 1), 2, 1, Box.of(2, 1)));
    assertThat(e).hasMessageThat().contains("Expected a box inside 4 x 1 pixels, got Box[x=1");
    assertThrows(IllegalArgumentException.class, () -> Resampling.resize(image, 0, 1));
  }

  private static RgbImage grey(int width, int height, int... values) {
    byte[] pixels = new byte[3 * values.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) values[i / 3];
    }
    return new RgbImage(width, height, pixels);
  }
}
