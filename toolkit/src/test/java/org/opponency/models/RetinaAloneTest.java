package org.opponency.models;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.engine.Autograd;
import org.opponency.engine.HostTensor;
import org.opponency.images.Normalisation;
import org.opponency.models.weights.Safetensors;

/** What is left of a network whose file holds its retina only. */
class RetinaAloneTest {
  private static final String RETINA_2 = "retina.retina_conv2";
  private static final Architecture WHOLE = Architecture.thin(2, 5, 32);

  @TempDir private Path folder;

  private Network whole;
  private VisionModel alone;
  private NDManager scope;
  private NDArray pixels;

  @BeforeEach
  void open() throws IOException {
    whole = Network.initialise(WHOLE, 3);
    alone = VisionModel.of(Checkpoint.read(write(retina(whole.state()))).network());
    scope = alone.manager().newSubManager();
    pixels = scope.arange(1 * 3 * 32 * 32f).reshape(1, 3, 32, 32).sin().square();
  }

  @AfterEach
  void close() {
    alone.close();
    whole.close();
  }

  private static Map<String, HostTensor> retina(Map<String, HostTensor> state) {
    Map<String, HostTensor> retina = new LinkedHashMap<>(state);
    retina.keySet().removeIf(name -> !name.startsWith("retina."));
    return retina;
  }

  private Path write(Map<String, HostTensor> tensors) throws IOException {
    Path file = folder.resolve("retina.safetensors");
    new Safetensors(tensors, Map.of(Checkpoint.IMAGE_SIZE, "32")).write(file);
    return file;
  }

  @Test
  void architectureHasARetinaAndNothingElse() {
    assertThat(alone.architecture()).isEqualTo(WHOLE.withoutVentral());
    assertThat(alone.architecture().ventral().isPresent()).isFalse();
    assertThat(alone.architecture().classes()).isEqualTo(0);
    assertThat(alone.layers())
        .containsExactly(
            "retina", "retina.retina_conv1", "retina.retina_relu1", RETINA_2, "retina.retina_relu2")
        .inOrder();
    assertThat(alone.summary().get(3).outputShape()).isEqualTo(new long[] {2, 32, 32});
  }

  @Test
  void respondsAsItDoesInTheWholeNetwork() {
    try (Autograd.Mode off = Autograd.off()) {
      Map<String, NDArray> expected = whole.responses(pixels, alone.layers());
      alone
          .responses(pixels, alone.layers())
          .forEach(
              (layer, array) ->
                  assertThat(Numbers.of(array)).isEqualTo(Numbers.of(expected.get(layer))));
    }
  }

  @Test
  void gradientOfACellIsThatOfTheWholeNetwork() {
    NDArray gradient = alone.inputGradient(pixels, RETINA_2, r -> r.get(":, 1, 16, 16"));
    assertThat(gradient.getShape()).isEqualTo(new Shape(1, 3, 32, 32));
    assertThat(gradient.abs().sum().getFloat()).isGreaterThan(0f);
    Network same = Network.initialise(WHOLE, 3);
    try (VisionModel vision = VisionModel.of(same)) {
      assertThat(Numbers.of(gradient))
          .isEqualTo(
              Numbers.of(vision.inputGradient(pixels, RETINA_2, r -> r.get(":, 1, 16, 16"))));
    }
  }

  @Test
  void hasNoLogits() {
    var refusal = assertThrows(IllegalArgumentException.class, () -> alone.logits(pixels));
    assertThat(refusal).hasMessageThat().contains("got a retina alone: it has no logits");
    assertThat(refusal).hasMessageThat().contains(RETINA_2);
    assertThrows(
        IllegalArgumentException.class, () -> alone.inputGradient(pixels, NDArray::square));
  }

  @Test
  void kernelTellsTheDataSet() throws IOException {
    assertThat(withoutMetadata(7).imageSize()).isEqualTo(224);
    assertThat(withoutMetadata(7).normalisation()).isEqualTo(Normalisation.IMAGENET);
    assertThat(withoutMetadata(9).imageSize()).isEqualTo(32);
    assertThat(withoutMetadata(9).normalisation()).isEqualTo(Normalisation.NONE);
  }

  private Architecture withoutMetadata(int kernel) throws IOException {
    var architecture =
        new Architecture(new Retina(1, kernel), Ventral.NONE, 0, 32, Normalisation.NONE);
    try (Network network = Network.initialise(architecture, 0)) {
      Path file = folder.resolve("bare.safetensors");
      new Safetensors(network.state(), Map.of()).write(file);
      return Checkpoint.read(file).architecture();
    }
  }

  @Test
  void piecesOfAVentralStreamAreNoRetinaAlone() throws IOException {
    Map<String, HostTensor> torn = new LinkedHashMap<>(whole.state());
    torn.remove("ventral.fc.weight");
    Path file = write(torn);
    var refusal = assertThrows(IOException.class, () -> Checkpoint.read(file));
    assertThat(refusal).hasMessageThat().contains("ventral.fc.weight");
  }

  @Test
  void architectureRefusesClassesWithoutAVentralStream() {
    assertThrows(IllegalArgumentException.class, () -> WHOLE.withoutRetina().withoutVentral());
    var refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Architecture(new Retina(2, 7), Ventral.NONE, 5, 32, Normalisation.IMAGENET));
    assertThat(refusal).hasMessageThat().contains("got width 2 and 5 classes");
  }
}
