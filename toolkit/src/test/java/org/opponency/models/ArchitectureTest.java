package org.opponency.models;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opponency.images.Normalisation;

class ArchitectureTest {
  @Test
  void widthReachesTheVentralStream() {
    assertThat(Architecture.resNet50(8).width()).isEqualTo(8);
    assertThat(Architecture.resNet50(8).ventralChannels()).isEqualTo(8);
  }

  @Test
  void withoutRetinaTheColoursReachTheVentralStream() {
    Architecture bare = Architecture.thin(8, 10, 32).withoutRetina();
    assertThat(bare.width()).isEqualTo(0);
    assertThat(bare.ventralChannels()).isEqualTo(3);
    assertThat(bare.ventral()).isEqualTo(Architecture.thin(8, 10, 32).ventral());
  }

  /** 1 + 2 * 4 pixels of 32: 28 %; with 7x7 kernels it would be 13. */
  @Test
  void smallNetworksSeeNinePixelsAtTheBottleneck() {
    Architecture small = Architecture.small(4, 10, 32);
    assertThat(small.retina().kernel()).isEqualTo(5);
    assertThat(small.ventral()).isEqualTo(Architecture.thin(4, 10, 32).ventral());
    try (VisionModel vision = VisionModel.of(Network.initialise(small, 1))) {
      assertThat(vision.field("retina.retina_conv2").seen(32).side()).isEqualTo(9);
    }
  }

  @Test
  void cifar10TakesPixelsAsTheyAre() {
    Architecture architecture = Architecture.cifar10(4, 2);
    assertThat(architecture.normalisation()).isEqualTo(Normalisation.NONE);
    assertThat(architecture.retina().kernel()).isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 32, Expected classes >= 1",
    "-1, 32, Expected classes >= 1",
    "10, 0, Expected imageSize >= 1",
    "10, 99999, Expected imageSize from 1 to 2048 pixels"
  })
  void refusesNoClassesOrPixels(int classes, int size, String named) {
    var error =
        assertThrows(IllegalArgumentException.class, () -> Architecture.thin(4, classes, size));
    assertThat(error).hasMessageThat().contains(named);
  }
}
