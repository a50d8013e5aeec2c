package org.opponency.models;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opponency.engine.Autograd;
import org.opponency.images.Normalisation;
import org.opponency.stimuli.Aperture;
import org.opponency.stimuli.StimulusSet;

/** The part of an image that is computed gives what the whole image gives. */
class CentreCellsTest {
  private static final String RETINA_2 = "retina.retina_conv2";
  private static final String RESNET_1 = "ventral.conv1";
  private static final List<String> LAYERS =
      List.of(
          "retina.retina_conv1",
          "retina",
          RESNET_1,
          "ventral.maxpool",
          "ventral.layer1.0.bn2",
          "ventral.layer1",
          "ventral.layer2.0.downsample",
          "ventral.layer2.0.relu",
          "ventral.layer2",
          "ventral.layer4",
          "ventral.avgpool");

  @ParameterizedTest
  @ValueSource(ints = {17, 32, 61, 64, 90})
  void everyLayerRespondsAsToTheWholeImage(int side) {
    try (VisionModel vision = vision(side)) {
      for (String layer : LAYERS) {
        assertAsWhole(vision, List.of(layer), side);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shortcutsOfBothKindsOfBlockDoToo(boolean bottleneck) {
    Ventral ventral = new Ventral.ResNet(List.of(2, 2), bottleneck, 4);
    try (VisionModel vision =
        vision(new Architecture(new Retina(2, 3), ventral, 5, 112, Normalisation.IMAGENET))) {
      for (String layer : List.of("layer1.0.relu", "layer1.1.conv2", "layer1", "layer2.1.bn1")) {
        assertAsWhole(vision, List.of("ventral." + layer), 112);
      }
      assertAsWhole(vision, List.of("ventral.layer2", "ventral.layer1.1.conv1", RETINA_2), 112);
      assertThat(new CentreCells(vision, List.of("ventral.layer2"), 112).part().side())
          .isLessThan(112);
    }
  }

  @Test
  void layersTogetherRespondAsAlone() {
    try (VisionModel vision = vision(64)) {
      assertAsWhole(vision, List.of("ventral.layer1", RETINA_2, RESNET_1), 64);
      assertAsWhole(
          vision, List.of(RETINA_2, "ventral.layer1.0.conv1", "ventral.layer2.0.bn1"), 64);
      assertAsWhole(vision, List.of("ventral.fc", RETINA_2), 64);
    }
  }

  private static void assertAsWhole(VisionModel vision, List<String> layers, int side) {
    assertAsWhole(vision, layers, StimulusSet.gratings(side, 3, 1, 2));
    assertAsWhole(vision, layers, StimulusSet.hues(side, 5, 1, 0.5));
  }

  private static void assertAsWhole(
      VisionModel vision, List<String> layers, StimulusSet<?> stimuli) {
    int side = stimuli.side();
    Map<String, float[][]> fast = new CentreCells(vision, layers, side).responses(stimuli);
    try (NDManager scope = vision.manager().newSubManager()) {
      float[] pixels = stimuli.pixels(0, stimuli.size(), Aperture.whole(side));
      NDArray whole = scope.create(pixels, new Shape(stimuli.size(), 3, side, side));
      vision
          .responses(whole, layers)
          .forEach((layer, maps) -> assertClose(layer, fast.get(layer), centre(maps)));
    }
  }

  private static NDArray centre(NDArray maps) {
    if (maps.getShape().dimension() < 4) {
      return maps;
    }
    long middle = maps.getShape().get(2) / 2;
    return maps.get(new NDIndex(":, :, {}, {}", middle, middle));
  }

  private static void assertClose(String layer, float[][] rows, NDArray expected) {
    double scale = expected.abs().max().getFloat();
    float[] values = expected.toFloatArray();
    int cells = rows[0].length;
    assertWithMessage(layer).that(rows.length * cells).isEqualTo(values.length);
    for (int i = 0; i < values.length; i++) {
      assertWithMessage(layer)
          .that(rows[i / cells][i % cells])
          .isWithin((float) (1e-5 * scale + 1e-9))
          .of(values[i]);
    }
  }

  @Test
  void littleOfALargeImageIsComputed() {
    try (VisionModel vision = vision(224)) {
      assertThat(new CentreCells(vision, List.of(RETINA_2), 224).part())
          .isEqualTo(new Aperture(106, 13));
      assertThat(new CentreCells(vision, List.of(RETINA_2, RESNET_1), 224).part())
          .isEqualTo(new Aperture(103, 19));
      assertThat(new CentreCells(vision, List.of("ventral.fc"), 224).part())
          .isEqualTo(Aperture.whole(224));
    }
  }

  @Test
  void gradientsAreThoseOfTheWholeImage() {
    try (VisionModel vision = vision(40);
        NDManager scope = vision.manager().newSubManager()) {
      float[] image = new float[3 * 40 * 40];
      Random random = new Random(3);
      for (int i = 0; i < image.length; i++) {
        image[i] = random.nextFloat();
      }
      NDArray pixels = scope.create(image, new Shape(1, 3, 40, 40));
      int cell = 5;
      float[] expected =
          vision
              .inputGradient(pixels, RESNET_1, maps -> maps.get(new NDIndex(":, {}, 10, 10", cell)))
              .toFloatArray();
      CentreCells cells = new CentreCells(vision, List.of(RESNET_1), 40);
      float[] gradient = cells.gradients(RESNET_1, image, 4, 7)[cell - 4];
      assertThat(cells.cells(RESNET_1)).isEqualTo(16);
      for (int i = 0; i < expected.length; i++) {
        assertThat(gradient[i]).isWithin(1e-6f).of(expected[i]);
      }
      assertThrows(
          IllegalArgumentException.class, () -> cells.gradients(RESNET_1, new float[12], 0, 1));
    }
  }

  @Test
  void imagesOfAnotherSizeAreRefused() {
    try (VisionModel vision = vision(32)) {
      CentreCells cells = new CentreCells(vision, List.of(RETINA_2), 32);
      var error =
          assertThrows(
              IllegalArgumentException.class, () -> cells.responses(StimulusSet.greys(16)));
      assertThat(error).hasMessageThat().isEqualTo("Expected images of 32 pixels a side, got 16");
    }
  }

  /** Some of its statistics and biases are not those it begins with, so that padding is seen. */
  private static VisionModel vision(int side) {
    return vision(Architecture.thin(2, 5, side));
  }

  private static VisionModel vision(Architecture architecture) {
    Network network = Network.initialise(architecture, 7);
    try (NDManager scope = network.manager().newSubManager();
        Autograd.Mode off = Autograd.off()) {
      network.logits(scope.randomUniform(0, 1, new Shape(4, 3, 32, 32)), true);
      network.weights().forEach((name, w) -> w.addi(name.endsWith("bias") ? 0.1 : 0));
    }
    return VisionModel.of(network);
  }

  /** Parts of images give what the whole images give in the middle, many cells or one at once. */
  @Test
  void partsAndBatchesGiveWhatSingleImagesGive() {
    try (VisionModel vision = VisionModel.of(Network.initialise(Architecture.thin(3, 5, 32), 4))) {
      CentreCells cells = new CentreCells(vision, List.of(RETINA_2), 32);
      assertThat(cells.isInside()).isTrue();
      Aperture part = cells.part();
      var gratings = StimulusSet.gratings(32, 2, 2, 2);
      float[][] whole = cells.responses(gratings).get(RETINA_2);
      float[][] parts = cells.responses(gratings.pixels(0, 8, part)).get(RETINA_2);
      for (int i = 0; i < 8; i++) {
        assertThat(parts[i]).isEqualTo(whole[i]);
      }
      float[] images = gratings.pixels(0, 3, Aperture.whole(32));
      float[][] each = cells.gradients(RETINA_2, images, new int[] {2, 0, 1});
      float[] second = Arrays.copyOfRange(images, 3 * 1024, 2 * 3 * 1024);
      float[] own = cells.gradients(RETINA_2, second, 0, 1)[0];
      assertThat(each[1]).usingTolerance(1e-6).containsExactly(own).inOrder();
      var error = assertThrows(IllegalArgumentException.class, () -> cells.responses(new float[7]));
      assertThat(error).hasMessageThat().contains("Expected N x 3 x 13 x 13 pixels, got 7 values");
      error =
          assertThrows(
              IllegalArgumentException.class,
              () -> cells.gradients(RETINA_2, second, new int[] {0, 1}));
      assertThat(error).hasMessageThat().contains("Expected 2 x 3 x 32 x 32 pixels, got 3072");
      CentreCells deep = new CentreCells(vision, List.of("ventral.layer4"), 32);
      assertThat(deep.isInside()).isFalse();
    }
  }
}
