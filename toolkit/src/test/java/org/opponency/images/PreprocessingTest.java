package org.opponency.images;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreprocessingTest {
  @Test
  void networksForSmallImagesTakeThemAsTheyAre() {
    assertThat(Preprocessing.forNetwork(224)).isEqualTo(Preprocessing.IMAGENET);
    assertThat(Preprocessing.forNetwork(128)).isEqualTo(Preprocessing.of(128));
    assertThat(Preprocessing.forNetwork(64)).isEqualTo(Preprocessing.fitting(64));
  }

  @Test
  void equalsTorchvision() throws IOException {
    RgbImage image = GoldenImages.picture("resized-none.png");

    assertThat(Preprocessing.of(14).apply(image)).isEqualTo(golden("16-14"));
    // An odd rest: the offset is rounded half to even.
    assertThat(new Preprocessing.ResizeAndCrop(16, 11).apply(image)).isEqualTo(golden("16-11"));
    assertThat(Preprocessing.of(64).apply(image)).isEqualTo(golden("73-64"));
    assertThat(Preprocessing.stretch(20).apply(image)).isEqualTo(golden("stretch-20"));
    assertThat(Preprocessing.AS_IS.apply(image)).isSameInstanceAs(image);
  }

  @Test
  void equalsTorchvisionOnUprightImages() throws IOException {
    RgbImage upright = turned(GoldenImages.picture("resized-none.png"));

    assertThat(new Preprocessing.ResizeAndCrop(21, 21).apply(upright))
        .isEqualTo(golden("upright-21-21"));
  }

  @Test
  void scalesTheImageNetProtocol() {
    assertThat(Preprocessing.of(224)).isEqualTo(Preprocessing.IMAGENET);
    assertThat(Preprocessing.of(64)).isEqualTo(new Preprocessing.ResizeAndCrop(73, 64));
  }

  @Test
  void digestsTellProtocolsApart() {
    List<String> digests =
        List.of(
            Preprocessing.IMAGENET.digest(),
            Preprocessing.AS_IS.digest(),
            Preprocessing.of(56).digest(),
            Preprocessing.stretch(224).digest(),
            new Preprocessing.ResizeAndCrop(224, 224).digest());

    assertThat(digests).containsNoDuplicates();
    assertThat(digests.get(0)).isEqualTo("bilinear shorter side 256, centre 224x224");
  }

  @Test
  void refusesCropsThatDoNotFit() {
    var e =
        assertThrows(IllegalArgumentException.class, () -> new Preprocessing.ResizeAndCrop(64, 65));
    assertThat(e).hasMessageThat().contains("a crop of 1 to 64 pixels (the shorter side), got 65");
    assertThrows(IllegalArgumentException.class, () -> Preprocessing.of(0));
    assertThrows(IllegalArgumentException.class, () -> Preprocessing.stretch(0));
  }

  private static RgbImage golden(String name) throws IOException {
    return GoldenImages.picture("resized-" + name + ".png");
  }

  /** By 90 degrees counterclockwise. */
  private static RgbImage turned(RgbImage image) {
    byte[] pixels = new byte[image.pixels().length];
    int at = 0;
    for (int x = image.width() - 1; x >= 0; x--) {
      for (int y = 0; y < image.height(); y++) {
        for (int c = 0; c < 3; c++) {
          pixels[at++] = (byte) image.value(x, y, c);
        }
      }
    }
    return new RgbImage(image.height(), image.width(), pixels);
  }
}
