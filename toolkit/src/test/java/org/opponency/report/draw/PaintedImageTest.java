package org.opponency.report.draw;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.opponency.images.RgbImage;

class PaintedImageTest {
  private static final RgbImage RED_GREEN =
      new RgbImage(2, 1, new byte[] {(byte) 200, 0, 0, 0, 100, 0});

  @Test
  void enlargedPixelsAreSquares() {
    var enlarged = PaintedImage.resized(RED_GREEN, 8, 4, false);
    for (int y = 0; y < 4; y++) {
      assertThat(enlarged.getRGB(3, y)).isEqualTo(0xffc80000);
      assertThat(enlarged.getRGB(4, y)).isEqualTo(0xff006400);
    }
  }

  @Test
  void reducedPixelsAreMeans() {
    int mean = PaintedImage.resized(RED_GREEN, 1, 1, false).getRGB(0, 0);
    assertThat(mean >> 16 & 0xff).isEqualTo(100);
    assertThat(mean >> 8 & 0xff).isEqualTo(50);
  }
}
