package org.opponency.models;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckpointTest {
  @TempDir Path folder;

  static Stream<Architecture> architectures() {
    Architecture thin = Architecture.thin(4, 10, 32);
    Ventral basic = new Ventral.ResNet(List.of(1, 2), false, 8);
    return Stream.of(
        thin,
        thin.withoutRetina(),
        new Architecture(new Retina(1, 9), basic, 7, 64, thin.normalisation()),
        Architecture.cifar10(1, 0),
        Architecture.cifar10(2, 3));
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void architectureIsReadOffTheTensors(Architecture architecture) throws IOException {
    try (Network network = Network.initialise(architecture, 1)) {
      Path file = write(network.state(), architecture.imageSize());
      Checkpoint checkpoint = Checkpoint.read(file);
      assertThat(checkpoint.architecture()).isEqualTo(architecture);
      try (Network read = checkpoint.network()) {
        assertThat(read.state()).isEqualTo(network.state());
      }
    }
  }

  @Test
  void classesComeFromTheFileOrAreNumbered() throws IOException {
    try (Network network = Network.initialise(Architecture.cifar10(1, 0), 1)) {
      Path file = folder.resolve("named.safetensors");
      String names = String.join("\n", List.of("a b", "c", "d", "e", "f", "g", "h", "i", "j", "k"));
      new Safetensors(network.state(), Map.of(Checkpoint.CLASSES, names)).write(file);
      assertThat(Checkpoint.read(file).classes().get(0)).isEqualTo("a b");
      new Safetensors(network.state(), Map.of()).write(file);
      assertThat(Checkpoint.read(file).classes().get(9)).isEqualTo("class 9");
      assertThat(Checkpoint.read(file).architecture().imageSize()).isEqualTo(32);
    }
  }

  @Test
  void missingFileSaysWhatWasExpected() {
    Path file = folder.resolve("none.safetensors");
    var error = assertThrows(NoSuchFileException.class, () -> Checkpoint.read(file));
    assertThat(error).hasMessageThat().contains(file + ": expected a safetensors file");
  }

  @Test
  void anotherModelIsRefused() throws IOException {
    Path file = write(Map.of("fc.weight", HostTensor.ofFloats(new float[2], 1, 2)), 32);
    var error = assertThrows(IOException.class, () -> Checkpoint.read(file));
    assertThat(error).hasMessageThat().contains(file + " holds no network of this toolkit");
  }

  private Path write(Map<String, HostTensor> tensors, int imageSize) throws IOException {
    Path file = folder.resolve("weights.safetensors");
    String size = Integer.toString(imageSize);
    new Safetensors(tensors, Map.of(Checkpoint.IMAGE_SIZE, size)).write(file);
    return file;
  }
}
