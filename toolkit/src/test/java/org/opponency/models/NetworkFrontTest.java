package org.opponency.models;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opponency.engine.HostTensor;
import org.opponency.images.Normalisation;
import org.opponency.models.weights.TorchCheckpoints;

/** A network as far as some layers does what the whole network does there. */
class NetworkFrontTest {
  private static final String RETINA = "retina.retina_conv2";
  private static final String RESNET = "ventral.conv1";
  private static final List<String> LAYERS = List.of(RETINA, RESNET);

  @ParameterizedTest
  @ValueSource(strings = {"zip", "legacy"})
  void respondsAsTheWholeNetwork(String format) throws IOException {
    Path file = TorchCheckpoints.file(format, "resnet");
    try (VisionModel front = VisionModel.of(Checkpoint.front(file, LAYERS));
        VisionModel whole = VisionModel.of(Checkpoint.read(file).network())) {
      for (String layer : List.of(RETINA, RESNET, "retina.retina_relu2", "ventral.relu")) {
        assertThat(responses(front, layer)).isEqualTo(responses(whole, layer));
      }
      assertThat(front.rectified(RESNET)).isEqualTo(whole.rectified(RESNET));
      assertThat(front.field(RESNET)).isEqualTo(whole.field(RESNET));
      assertThat(front.layers()).containsNoneOf("ventral.maxpool", "ventral.layer1", "ventral.fc");
      try (VisionModel bare = front.withNormalisation(Normalisation.NONE);
          VisionModel other = whole.withNormalisation(Normalisation.NONE)) {
        assertThat(responses(bare, RESNET)).isEqualTo(responses(other, RESNET));
      }
    }
  }

  private static HostTensor responses(VisionModel vision, String layer) {
    try (NDManager scope = vision.manager().newSubManager()) {
      var pixels = scope.linspace(0, 1, 3 * 24 * 24).reshape(new Shape(1, 3, 24, 24));
      return HostTensor.of(vision.responses(pixels, List.of(layer)).get(layer));
    }
  }

  @Test
  void holdsTheTensorsOfItsLayersAlone() throws IOException {
    Path file = TorchCheckpoints.file("zip", "resnet");
    try (Network front = Checkpoint.front(file, List.of(RETINA))) {
      assertThat(front.state().keySet())
          .containsExactly(
              "retina.retina_conv1.weight",
              "retina.retina_conv1.bias",
              "retina.retina_conv2.weight",
              "retina.retina_conv2.bias");
    }
  }

  @Test
  void aStageIsPartOfItsOwnFront() throws IOException {
    Path file = TorchCheckpoints.file("zip", "resnet");
    try (Network front = Checkpoint.front(file, List.of("ventral.layer1"))) {
      assertThat(front.layers()).contains("ventral.layer1.0.conv1");
      assertThat(front.layers()).doesNotContain("ventral.layer2");
    }
  }

  @Test
  void hasNoLogits() throws IOException {
    refuses(
        vision -> vision.classes(), "got one as far as [retina.retina_conv2]: it has no logits");
  }

  @Test
  void refusesLayersThatDoNotExist() {
    var refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> Checkpoint.front(TorchCheckpoints.file("zip", "resnet"), List.of("conv9")));
    assertThat(refusal).hasMessageThat().contains("No layer [conv9]");
  }

  private static void refuses(Function<VisionModel, Object> question, String words)
      throws IOException {
    Path file = TorchCheckpoints.file("zip", "resnet");
    try (VisionModel front = VisionModel.of(Checkpoint.front(file, List.of(RETINA)))) {
      var refusal = assertThrows(IllegalArgumentException.class, () -> question.apply(front));
      assertThat(refusal).hasMessageThat().contains(words);
    }
  }

  @Test
  void networksThatDifferBehindTheLayersAreAlikeBeforeThem() throws IOException {
    Checkpoint checkpoint = Checkpoint.read(TorchCheckpoints.file("zip", "resnet"));
    try (VisionModel front =
            VisionModel.of(Network.front(checkpoint.architecture(), checkpoint.tensors(), LAYERS));
        VisionModel file =
            VisionModel.of(Checkpoint.front(TorchCheckpoints.file("zip", "resnet"), LAYERS))) {
      assertThat(front.digest()).isEqualTo(file.digest());
    }
  }
}
