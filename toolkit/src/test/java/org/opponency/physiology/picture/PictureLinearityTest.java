package org.opponency.physiology.picture;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opponency.images.RgbImage;
import org.opponency.models.Architecture;
import org.opponency.models.Network;
import org.opponency.models.VisionModel;
import org.opponency.physiology.Subunits;

class PictureLinearityTest {
  private static final List<String> RETINA_2 = List.of(Subunits.RETINA_2);

  /** Pictures of grey noise, as unlike each other as pixels can be. */
  static List<RgbImage> noise(int count, int side) {
    Random random = new Random(3);
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              byte[] pixels = new byte[3 * side * side];
              random.nextBytes(pixels);
              for (int j = 0; j < pixels.length; j++) {
                pixels[j] = pixels[j - j % 3];
              }
              return new RgbImage(side, side, pixels);
            })
        .toList();
  }

  @Test
  void cellsAreAsLinearAsTheyWereMade() {
    try (VisionModel vision =
        Subunits.vision(
            Subunits.linear(0, Subunits.gabor(30, 0.2, 0.1)),
            Subunits.contrast(Subunits.gabor(30, 0.2, 0.1)),
            Subunits.linear(0.4, (x, y) -> 0))) {
      var cells = PictureLinearity.of(vision, RETINA_2, noise(120, Subunits.SIDE));
      assertThat(cells).hasSize(3);
      assertThat(cells.get(0).goodness()).isAtLeast(0.9999);
      assertThat(cells.get(0).rectified()).isWithin(0.12).of(0.25 / (0.5 - 0.5 / Math.PI));
      assertThat(cells.get(1).goodness()).isWithin(0.2).of(0);
      assertThat(cells.get(2).goodness()).isNaN();
      assertThat(cells.get(2).rectified()).isNaN();
    }
  }

  @Test
  void networksTogetherAreToldOfAsEachAlone() {
    List<RgbImage> pictures = noise(20, 32);
    try (VisionModel one = VisionModel.of(Network.initialise(Architecture.thin(2, 5, 32), 7));
        VisionModel other = VisionModel.of(Network.initialise(Architecture.small(3, 5, 32), 8))) {
      List<String> layers = List.of(Subunits.RETINA_2, "ventral.conv1");
      var together =
          PictureLinearity.of(
              List.of(
                  PictureResponses.of(one, layers, pictures),
                  PictureResponses.of(other, layers, pictures)),
              pictures);
      assertThat(together.get(0)).isEqualTo(PictureLinearity.of(one, layers, pictures));
      assertThat(together.get(1)).isEqualTo(PictureLinearity.of(other, layers, pictures));
      assertThat(together.get(1).stream().map(PictureLinearity::cell).limit(4))
          .containsExactly(0, 1, 2, 0)
          .inOrder();
    }
  }

  /** The same network gives the same wherever it is asked for one layer or two. */
  @Test
  void deepLayersSeeOneMiddleAPicture() {
    try (VisionModel vision = VisionModel.of(Network.initialise(Architecture.thin(2, 5, 32), 7))) {
      var cells = PictureLinearity.of(vision, List.of("ventral.layer4"), noise(10, 32));
      assertThat(cells).isNotEmpty();
    }
  }

  @Test
  void picturesOfAnotherSizeAreRefused() {
    try (VisionModel vision = Subunits.vision(Subunits.linear(0, (x, y) -> 1))) {
      var error =
          assertThrows(
              IllegalArgumentException.class,
              () -> PictureLinearity.of(vision, RETINA_2, noise(5, 16)));
      assertThat(error)
          .hasMessageThat()
          .isEqualTo("Expected pictures of 32 x 32 pixels, got one of 16 x 16");
    }
  }
}
