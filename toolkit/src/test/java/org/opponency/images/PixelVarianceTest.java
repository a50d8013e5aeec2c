package org.opponency.images;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class PixelVarianceTest {
  @Test
  void blackAndWhiteDifferInLuminanceOnly() {
    PixelVariance variance = of(0, 0, 0, 255, 255, 255);
    assertThat(variance.pixels()).isEqualTo(2);
    assertThat(variance.total()).isWithin(1e-12).of(0.75);
    assertThat(variance.luminanceShare()).isWithin(1e-12).of(1);
  }

  /** Red and cyan: 1/4 in each channel; their sums 1 and 2 have 1/4, of which a third counts. */
  @Test
  void redAndCyanDifferInColourMostly() {
    assertThat(of(255, 0, 0, 0, 255, 255).luminanceShare()).isWithin(1e-12).of(1 / 9.0);
  }

  /** Red and green have the same sum. */
  @Test
  void redAndGreenDifferInColourOnly() {
    assertThat(of(255, 0, 0, 0, 255, 0).luminanceShare()).isWithin(1e-12).of(0);
  }

  /** All eight corners of the colour cube: the channels are independent. */
  @Test
  void independentChannelsHaveAThird() {
    int[] corners = new int[24];
    for (int i = 0; i < 24; i++) {
      corners[i] = (i / 3 >> i % 3 & 1) * 255;
    }
    assertThat(of(corners).luminanceShare()).isWithin(1e-12).of(1 / 3.0);
  }

  @Test
  void aSinglePixelHasNoVariance() {
    assertThat(of(10, 20, 30).luminanceShare()).isNaN();
  }

  @Test
  void countsTheFirstPicturesOnlyAndRefusesNone() {
    assertThat(PixelVariance.of(new Pixels(0, 0, 0, 9, 9, 9), 1).pixels()).isEqualTo(2);
    assertThat(
            assertThrows(
                IllegalArgumentException.class, () -> PixelVariance.of(new Pixels(0, 0, 0), 0)))
        .hasMessageThat()
        .isEqualTo("Expected at least one picture of pixels, got 0");
  }

  private static PixelVariance of(int... levels) {
    return PixelVariance.of(new Pixels(levels), 5);
  }

  /** One picture, a row of pixels. */
  private record Pixels(int... levels) implements ImageSet {
    @Override
    public String name() {
      return "pixels";
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public List<String> classes() {
      return List.of("pixels");
    }

    @Override
    public int label(int index) {
      return 0;
    }

    @Override
    public String id(int index) {
      return "pixels";
    }

    @Override
    public RgbImage image(int index) {
      byte[] bytes = new byte[levels.length];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) levels[i];
      }
      return new RgbImage(levels.length / 3, 1, bytes);
    }

    @Override
    public String digest() {
      return "00";
    }
  }
}
