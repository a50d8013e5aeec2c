package org.opponency.models;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opponency.engine.HostTensor;
import org.opponency.images.Normalisation;
import org.opponency.models.weights.Safetensors;

class CheckpointTest {
  private static final Architecture THIN = Architecture.thin(4, 3, 40);

  @TempDir private Path folder;

  static Stream<Architecture> architectures() {
    Retina retina = new Retina(2, 9);
    return Stream.of(
        THIN,
        THIN.withoutRetina(),
        resNet18(),
        resNet18().withoutRetina(),
        convolutional(new Retina(5, 3, 6), 0),
        convolutional(retina, 0),
        convolutional(retina, 1),
        convolutional(retina, 2),
        convolutional(Retina.NONE, 1));
  }

  /** ResNet-18 with an eighth of its channels. */
  private static Architecture resNet18() {
    var ventral = new Ventral.ResNet(List.of(2, 2, 2, 2), false, 8);
    return new Architecture(new Retina(2, 7), ventral, 3, 32, Normalisation.IMAGENET);
  }

  /** The network for CIFAR-10 with few hidden units. */
  private static Architecture convolutional(Retina retina, int depth) {
    var ventral = new Ventral.Convolutional(depth, 4);
    return new Architecture(retina, ventral, 3, 16, Normalisation.NONE);
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void architectureIsReadOffTheTensors(Architecture architecture) throws IOException {
    String size = Integer.toString(architecture.imageSize());
    var metadata = Map.of(Checkpoint.IMAGE_SIZE, size, Checkpoint.CLASSES, "fig\nlime\nplum");
    Path file = write(architecture, metadata);

    Checkpoint checkpoint = Checkpoint.read(file);

    assertThat(checkpoint.architecture()).isEqualTo(architecture);
    assertThat(checkpoint.classes()).containsExactly("fig", "lime", "plum").inOrder();
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void ourFilesSayWhatTheyAre(Architecture guessable) throws IOException {
    var odd = new Normalisation(0.1f, 0.2f, 0.3f, 1f / 3, 0.5f, 1e-7f);
    Architecture architecture = guessable.withNormalisation(odd);
    Checkpoint checkpoint = Checkpoint.read(own(architecture));
    assertThat(checkpoint.architecture()).isEqualTo(architecture);
    assertThat(checkpoint.classes()).containsExactly("fig", "lime", "plum").inOrder();
    assertThat(checkpoint.notices()).isEmpty();
  }

  private Path own(Architecture architecture) throws IOException {
    var metadata = Checkpoint.metadata(architecture, List.of("fig", "lime", "plum"));
    try (Network network = Network.initialise(architecture, 5)) {
      Path file = folder.resolve("own.safetensors");
      new Safetensors(network.state(), metadata).signed().write(file);
      return file;
    }
  }

  @Test
  void whatIsGuessedIsSaid() throws IOException {
    assertThat(Checkpoint.read(write(THIN, Map.of())).notices())
        .containsExactly(
            "The file does not say what its network expects; guessed from its tensors: 224 pixels a side, normalised as for ImageNet");
  }

  @Test
  void architectureThatIsNoneIsNamed() throws IOException {
    var metadata = Map.of("architecture", "width=4 kernel=\u001b7");
    Path file = folder.resolve("odd.safetensors");
    new Safetensors(Map.of(), metadata).signed().write(file);
    assertThat(refusal(file)).contains("kernel=\\u001b7");
  }

  /** Drawing weights only to replace them would also change what others draw next. */
  @Test
  void openingDrawsNoRandomNumbers() throws IOException {
    Path file = write(THIN, Map.of());
    try (NDManager scope = NDManager.newBaseManager()) {
      float[] twice = new float[2];
      for (int i = 0; i < 2; i++) {
        Engine.getInstance().setRandomSeed(1);
        if (i == 1) {
          Checkpoint.read(file).network().close();
        }
        twice[i] = scope.randomUniform(0, 1, new Shape(1)).getFloat();
      }
      assertThat(twice[1]).isEqualTo(twice[0]);
    }
  }

  @Test
  void weightsThatAreNoNumbersAreNamed() throws IOException {
    try (Network network = Network.initialise(THIN, 5)) {
      Map<String, HostTensor> state = new LinkedHashMap<>(network.state());
      float[] bias = {0, Float.NaN, 1};
      state.put("ventral.fc.bias", HostTensor.ofFloats(bias, 3));
      String cause = "Weights that are no finite numbers (NaN or infinite) lie in ventral.fc.bias";
      Checkpoint spoilt = Checkpoint.read(write(state, Map.of()));
      assertThat(spoilt.notices().get(1)).contains(cause);
      try (VisionModel vision = VisionModel.of(spoilt.network())) {
        var refusal =
            assertThrows(
                IllegalStateException.class,
                () -> vision.probabilities(new byte[3 * 40 * 40], 40, 40));
        assertThat(refusal).hasMessageThat().contains(cause);
      }
    }
  }

  @Test
  void networkHasTheWeightsWritten() throws IOException {
    Path file = write(THIN, Map.of(Checkpoint.IMAGE_SIZE, "40"));
    byte[] image = new byte[3 * 40 * 40];
    try (VisionModel written = VisionModel.of(Network.initialise(THIN, 5));
        VisionModel read = VisionModel.of(Checkpoint.read(file).network())) {
      assertThat(read.probabilities(image, 40, 40)[0])
          .isEqualTo(written.probabilities(image, 40, 40)[0]);
    }
  }

  @Test
  void withoutMetadataSizesAreTheDataSetsAndClassesAreNumbered() throws IOException {
    Checkpoint resNet = Checkpoint.read(write(THIN, Map.of()));
    assertThat(resNet.architecture().imageSize()).isEqualTo(224);
    assertThat(resNet.classes()).containsExactly("class 0", "class 1", "class 2").inOrder();
    var cifar10 =
        new Architecture(Retina.NONE, new Ventral.Convolutional(1, 4), 3, 32, Normalisation.NONE);
    assertThat(Checkpoint.read(write(cifar10, Map.of())).architecture()).isEqualTo(cifar10);
  }

  @Test
  void missingFileIsNamed() {
    Path absent = folder.resolve("absent.safetensors");
    var refusal = assertThrows(NoSuchFileException.class, () -> Checkpoint.read(absent));
    assertThat(refusal)
        .hasMessageThat()
        .contains(absent + ": expected a file with a network's weights");
  }

  @Test
  void fileOfAnotherKindIsNamed() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "these are no weights at all");
    assertThat(refusal(text)).contains(text.toString());
  }

  @Test
  void tensorsThatAreNoNetworkAreNamed() throws IOException {
    Path other = write(Map.of("embedding", HostTensor.ofFloats(new float[2], 2)), Map.of());
    assertThat(refusal(other)).contains(other + " holds no network of this toolkit");
  }

  @Test
  void networkWithoutABeginningIsNamed() throws IOException {
    Path torso =
        write(Map.of("ventral.fc.weight", HostTensor.ofFloats(new float[2], 1, 2)), Map.of());
    assertThat(refusal(torso)).contains(torso.toString());
    assertThat(refusal(torso)).contains("ventral.conv1.weight");
  }

  @Test
  void classNamesThatDoNotFitAreCounted() throws IOException {
    Path file = write(THIN, Map.of(Checkpoint.CLASSES, "fig\nlime"));
    assertThat(refusal(file)).contains(file.toString());
    assertThat(refusal(file)).contains("Expected names of 3 classes, found 2");
  }

  @Test
  void imageSizeThatIsNoNumberIsNamed() throws IOException {
    Path file = write(THIN, Map.of(Checkpoint.IMAGE_SIZE, "large"));
    assertThat(refusal(file)).contains(file.toString());
    assertThat(refusal(file)).contains("\"large\"");
  }

  private static String refusal(Path file) {
    return assertThrows(IOException.class, () -> Checkpoint.read(file)).getMessage();
  }

  private Path write(Architecture architecture, Map<String, String> metadata) throws IOException {
    try (Network network = Network.initialise(architecture, 5)) {
      return write(network.state(), metadata);
    }
  }

  private Path write(Map<String, HostTensor> tensors, Map<String, String> metadata)
      throws IOException {
    Path file = folder.resolve("weights.safetensors");
    new Safetensors(tensors, metadata).write(file);
    return file;
  }
}
