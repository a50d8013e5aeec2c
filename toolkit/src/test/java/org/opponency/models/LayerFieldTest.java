package org.opponency.models;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opponency.io.Text.format;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opponency.stimuli.Aperture;

class LayerFieldTest {
  @Test
  void fieldsOfThePapersNetworkAreThoseWorkedOutByHand() {
    try (Network network = Network.initialise(Architecture.thin(2, 5, 224), 0)) {
      assertThat(network.field("retina.retina_conv1")).isEqualTo(new LayerField(7, 1, 3));
      assertThat(network.field("retina.retina_conv2")).isEqualTo(new LayerField(13, 1, 6));
      assertThat(network.field("retina.retina_relu2")).isEqualTo(new LayerField(13, 1, 6));
      assertThat(network.field("ventral.conv1")).isEqualTo(new LayerField(19, 2, 9));
      assertThat(network.field("ventral.maxpool")).isEqualTo(new LayerField(23, 4, 11));
      // 1x1, 3x3, 1x1 at a stride of 4, and the shortcut inside of it.
      assertThat(network.field("ventral.layer1")).isEqualTo(new LayerField(31, 4, 15));
      assertThat(network.field("ventral.layer2.0.downsample")).isEqualTo(new LayerField(31, 8, 15));
      assertThat(network.field("ventral.layer2.0.relu")).isEqualTo(new LayerField(39, 8, 19));
      assertThat(network.field("ventral.avgpool").isWhole()).isTrue();
      assertThat(network.field("ventral").isWhole()).isTrue();
    }
  }

  @Test
  void convolutionalNetworksGrowByEightALayer() {
    try (Network network = Network.initialise(Architecture.cifar10(1, 2), 0)) {
      assertThat(network.field("retina.retina_relu2")).isEqualTo(new LayerField(17, 1, 8));
      assertThat(network.field("ventral.ventral_relu1")).isEqualTo(new LayerField(33, 1, 16));
      assertThat(network.field("ventral.ventral_fc1").isWhole()).isTrue();
    }
  }

  @Test
  void smallestImagesSeenInFullAreThoseWorkedOutByHand() {
    assertThat(new LayerField(13, 1, 6).fullySeen(224)).isEqualTo(13);
    // At 19 pixels the centre cell, number 5, begins at pixel 1 and ends at 20.
    assertThat(new LayerField(19, 2, 9).fullySeen(224)).isEqualTo(20);
    assertThat(new LayerField(13, 1, 6).fullySeen(10)).isEqualTo(10);
    assertThat(new LayerField(LayerField.EVERYTHING, 1, 0).fullySeen(224)).isEqualTo(224);
  }

  @Test
  void mapsHaveTheSideThatThePassGives() {
    for (int size : new int[] {31, 32, 33, 45}) {
      try (Network network = Network.initialise(Architecture.thin(1, 3, size), 0)) {
        for (LayerSummary layer : network.summary()) {
          if (layer.outputShape().length == 3) {
            assertThat(network.field(layer.name()).mapSide(size))
                .isEqualTo((int) layer.outputShape()[1]);
          }
        }
      }
    }
  }

  @Test
  void nothingOutsideOfTheFieldReachesTheCell() {
    int side = 64;
    try (VisionModel vision = VisionModel.of(Network.initialise(Architecture.thin(2, 5, side), 1));
        NDManager scope = vision.manager().newSubManager()) {
      for (String layer : new String[] {"ventral.conv1", "ventral.layer1", "ventral.layer2"}) {
        LayerField field = vision.field(layer);
        int centre = field.centre(side);
        NDArray pixels = scope.randomUniform(0, 1, new Shape(1, 3, side, side));
        NDArray gradient =
            vision.inputGradient(
                pixels, layer, maps -> maps.get(":, :, " + centre + ", " + centre));
        Aperture seen = field.seen(side);
        NDArray inside = gradient.get(format(":, :, %d:%d, %1$d:%2$d", seen.first(), seen.end()));
        float all = gradient.abs().sum().getFloat();
        assertThat(all).isGreaterThan(0f);
        assertThat(inside.abs().sum().getFloat()).isWithin(1e-5f * all).of(all);
      }
    }
  }

  @Test
  void partSeenIsCutAtTheBorder() {
    LayerField field = new LayerField(39, 8, 19);
    assertThat(field.centre(64)).isEqualTo(4);
    assertThat(field.seen(64)).isEqualTo(new Aperture(13, 39));
    assertThat(field.seen(32)).isEqualTo(new Aperture(0, 32));
  }

  @Test
  void reluBehindALayerIsFound() {
    try (Network network = Network.initialise(Architecture.thin(1, 3, 32), 0)) {
      Map.of(
              "retina.retina_conv2", "retina.retina_relu2",
              "ventral.conv1", "ventral.relu",
              "ventral.layer1", "ventral.layer1",
              "ventral.layer1.0.conv1", "ventral.layer1.0.bn1",
              "ventral.layer1.0.conv3", "ventral.layer1.0.bn3",
              "ventral.layer1.0.bn3", "ventral.layer1.0.bn3",
              "ventral.layer1.0.relu", "ventral.layer1.0.relu",
              "ventral.fc", "ventral.fc",
              "retina", "retina")
          .forEach((layer, relu) -> assertThat(network.rectified(layer)).isEqualTo(relu));
      assertThrows(IllegalArgumentException.class, () -> network.rectified("ventral.conv9"));
      assertThrows(IllegalArgumentException.class, () -> network.field("ventral.conv9"));
    }
  }
}
