package org.opponency.images;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class RgbImageTest {
  private static final RgbImage IMAGE =
      new RgbImage(2, 1, new byte[] {1, 2, 3, (byte) 253, (byte) 254, (byte) 255});

  @Test
  void survivesAwt() {
    assertThat(IMAGE.toBufferedImage().getRGB(1, 0)).isEqualTo(0xfffdfeff);
    assertThat(RgbImage.of(IMAGE.toBufferedImage())).isEqualTo(IMAGE);
  }

  @Test
  void dropsAlpha() {
    BufferedImage glass = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
    glass.setRGB(0, 0, 0x00102030);

    assertThat(RgbImage.of(glass)).isEqualTo(new RgbImage(1, 1, new byte[] {16, 32, 48}));
  }

  @Test
  void mirrors() {
    assertThat(IMAGE.mirrored())
        .isEqualTo(new RgbImage(2, 1, new byte[] {(byte) 253, (byte) 254, (byte) 255, 1, 2, 3}));
  }

  @Test
  void isEqualByContent() {
    assertThat(IMAGE).isEqualTo(new RgbImage(2, 1, IMAGE.pixels().clone()));
    assertThat(IMAGE.hashCode()).isEqualTo(new RgbImage(2, 1, IMAGE.pixels().clone()).hashCode());
    assertThat(IMAGE).isNotEqualTo(new RgbImage(1, 2, IMAGE.pixels()));
    assertThat(IMAGE).isNotEqualTo(IMAGE.mirrored());
    assertThat(IMAGE.toString()).isEqualTo("RgbImage[2 x 1]");
  }

  @Test
  void refusesSizesThatDoNotFit() {
    var e = assertThrows(IllegalArgumentException.class, () -> new RgbImage(2, 2, new byte[6]));
    assertThat(e).hasMessageThat().isEqualTo("Expected 2 x 2 x 3 bytes, got 6");
    // 3 * 2^31 bytes would be 0 in 32 bits.
    assertThrows(IllegalArgumentException.class, () -> new RgbImage(1 << 16, 1 << 16, new byte[0]));
  }
}
