package org.opponency.images;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabTest {
  /** The primaries of sRGB in CIELAB under D65, as colour-science tables give them. */
  @ParameterizedTest
  @CsvSource({
    "255, 0, 0, 53.24, 80.09, 67.20",
    "0, 255, 0, 87.73, -86.18, 83.18",
    "0, 0, 255, 32.30, 79.19, -107.86",
    "255, 255, 0, 97.14, -21.55, 94.48",
    "255, 255, 255, 100, 0, 0",
    "0, 0, 0, 0, 0, 0"
  })
  void primariesAreWhereTheyShouldBe(int r, int g, int b, double lightness, double a, double bb) {
    Lab colour = Lab.of(r, g, b);
    assertThat(colour.lightness()).isWithin(0.05).of(lightness);
    assertThat(colour.a()).isWithin(0.05).of(a);
    assertThat(colour.b()).isWithin(0.05).of(bb);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x000000, 0xffffff, 0x123456, 0xfedcba, 0xff0080, 0x040506})
  void pixelsSurviveTheWayThereAndBack(int rgb) {
    assertThat(Lab.of(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff).rgb()).isEqualTo(rgb);
  }

  @Test
  void greysHaveNoHue() {
    Lab grey = Lab.of(120, 120, 120);
    assertThat(grey.chroma()).isLessThan(0.05);
    assertThat(grey.hue()).isNaN();
    assertThat(grey.hueDistance(Lab.of(255, 0, 0))).isNaN();
    assertThat(Lab.of(255, 0, 0).hueDistance(grey)).isNaN();
  }

  @Test
  void huesAreFarApartAcrossTheWheelAndNearAcrossZero() {
    assertThat(new Lab(50, 10, 1).hueDistance(new Lab(50, 10, -1)))
        .isWithin(1e-9)
        .of(2 * Math.toDegrees(Math.atan(0.1)));
    assertThat(new Lab(50, 10, 0).hueDistance(new Lab(50, -20, 0))).isWithin(1e-9).of(180);
    assertThat(new Lab(50, 0, 10).hue()).isWithin(1e-9).of(90);
    assertThat(new Lab(50, 0, -10).hue()).isWithin(1e-9).of(270);
  }

  @Test
  void meanIsTakenInTheSpaceItself() {
    byte[] bytes = {(byte) 255, 0, 0, 0, (byte) 255, 0};
    Lab mean = Lab.mean(new RgbImage(2, 1, bytes));
    assertThat(mean.lightness()).isWithin(0.05).of((53.24 + 87.73) / 2);
    assertThat(mean.a()).isWithin(0.05).of((80.09 - 86.18) / 2);
    assertThat(mean.b()).isWithin(0.05).of((67.20 + 83.18) / 2);
  }

  /** A red pixel among three greys: the plain mean is dull, the weighted one is the red. */
  @Test
  void vividColoursCountByTheirChroma() {
    byte[] pixels = new byte[4 * 3];
    java.util.Arrays.fill(pixels, (byte) 128);
    pixels[0] = (byte) 220;
    pixels[1] = 20;
    pixels[2] = 20;
    var image = new RgbImage(2, 2, pixels);
    Lab red = Lab.of(220, 20, 20);
    assertThat(Lab.vivid(image).chroma()).isWithin(0.1).of(red.chroma());
    assertThat(Lab.vivid(image).hue()).isWithin(0.1).of(red.hue());
    assertThat(Lab.mean(image).chroma()).isLessThan(red.chroma() / 3);
    // The red pixel does not count: what is left is grey.
    assertThat(Lab.vivid(image, (x, y) -> x + y > 0).chroma()).isLessThan(1.0);
  }
}
