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
