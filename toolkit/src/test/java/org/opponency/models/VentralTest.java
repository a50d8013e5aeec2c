package org.opponency.models;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class VentralTest {
  @Test
  void depthCountsTheWeightedLayers() {
    for (int depth : new int[] {18, 34, 50, 101, 152}) {
      Ventral.ResNet resNet = Ventral.ResNet.ofDepth(depth);
      int blocks = resNet.blocks().stream().mapToInt(Integer::intValue).sum();
      assertThat(blocks * (resNet.bottleneck() ? 3 : 2) + 2).isEqualTo(depth);
    }
  }

  @Test
  void unknownDepthNamesTheKnownOnes() {
    var error = assertThrows(IllegalArgumentException.class, () -> Ventral.ResNet.ofDepth(20));
    assertThat(error)
        .hasMessageThat()
        .isEqualTo("Expected a ResNet depth of 18, 34, 50, 101 or 152, got 20");
  }

  @Test
  void refusesAnEmptyNetwork() {
    refuse("blocks []", () -> new Ventral.ResNet(List.of(), true, 16));
    refuse("blocks [1, 0]", () -> new Ventral.ResNet(List.of(1, 0), true, 16));
    refuse("channels 0", () -> new Ventral.ResNet(List.of(1), false, 0));
    refuse("depth -1", () -> new Ventral.Convolutional(-1, 8));
    refuse("units 0", () -> new Ventral.Convolutional(0, 0));
  }

  @Test
  void refusesANetworkLargerThanAny() {
    refuse(
        "blocks [1, 1, 1, 1, 1, 1]", () -> new Ventral.ResNet(List.of(1, 1, 1, 1, 1, 1), true, 8));
    refuse("blocks [51]", () -> new Ventral.ResNet(List.of(51), true, 8));
    refuse("channels 65537", () -> new Ventral.ResNet(List.of(1), true, 65537));
    refuse("depth 41", () -> new Ventral.Convolutional(41, 8));
  }

  private static void refuse(String named, Runnable construction) {
    var error = assertThrows(IllegalArgumentException.class, construction::run);
    assertThat(error).hasMessageThat().contains(named);
  }
}
