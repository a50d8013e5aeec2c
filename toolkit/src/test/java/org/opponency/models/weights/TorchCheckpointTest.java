package org.opponency.models.weights;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opponency.engine.HostTensor;
import org.opponency.images.Normalisation;
import org.opponency.models.Architecture;
import org.opponency.models.Checkpoint;
import org.opponency.models.Network;
import org.opponency.models.Numbers;
import org.opponency.models.Retina;
import org.opponency.models.Ventral;

/** Files of PyTorch, weight by weight. */
class TorchCheckpointTest {
  private static final Architecture CIFAR =
      new Architecture(
          new Retina(1, 3), new Ventral.Convolutional(0, 2), 3, 32, Normalisation.NONE);
  private static final Ventral SMALL = new Ventral.ResNet(List.of(1, 1), false, 1);
  private static final Architecture RESNET =
      new Architecture(new Retina(2, 3), SMALL, 3, 224, Normalisation.IMAGENET);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cifar",
        "nested",
        "parallel",
        "half",
        "bfloat16",
        "double",
        "views",
        "parameters",
        "training",
        "torchbearer"
      })
  void networkForCifar10(String name) throws IOException {
    assertHolds(name, CIFAR, ours -> ours.replaceFirst("^(retina|ventral)\\.", ""));
  }

  @Test
  void resNetBehindARetina() throws IOException {
    assertHolds("resnet", RESNET, UnaryOperator.identity());
  }

  @Test
  void resNetWithoutPrefixes() throws IOException {
    assertHolds("torchvision", RESNET.withoutRetina(), ours -> ours.replace("ventral.", ""));
  }

  @Test
  void retinaAlone() throws IOException {
    var retina = new Architecture(new Retina(4, 3), SMALL, 3, 224, Normalisation.IMAGENET);
    assertHolds("retina", retina.withoutVentral(), ours -> ours.replaceFirst("retina\\.", ""));
  }

  private static void assertHolds(
      String name, Architecture architecture, UnaryOperator<String> nameInFile) throws IOException {
    for (Path file : TorchCheckpoints.inBothFormats(name).toList()) {
      Checkpoint checkpoint = Checkpoint.read(file);
      assertThat(checkpoint.architecture()).isEqualTo(architecture);
      assertThat(checkpoint.classes()).hasSize(architecture.classes());
      try (Network network = checkpoint.network()) {
        network.state().forEach((ours, tensor) -> assertPattern(nameInFile.apply(ours), tensor));
      }
    }
  }

  private static void assertPattern(String name, HostTensor tensor) {
    double[] actual = Numbers.of(tensor);
    assertWithMessage(name).that(actual).isEqualTo(TorchCheckpoints.pattern(name, actual.length));
  }

  static Stream<Path> types() {
    return TorchCheckpoints.inBothFormats("types");
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyElementTypeAndView(Path file) throws IOException {
    Map<String, HostTensor> tensors = WeightFile.read(file).tensors();
    for (String kind :
        List.of("float64", "float32", "bfloat16", "int64", "int32", "int16", "int8")) {
      assertThat(tensors.get(kind).shape()).isEqualTo(new long[] {2, 2});
      assertNumbers(tensors, kind, 0, 1, 2, 3);
    }
    // 0, 1, 2 and 3 as IEEE half precision.
    assertThat(bits(tensors.get("float16"))).containsExactly(0, 0x3c00, 0x4000, 0x4200).inOrder();
    assertThat(tensors.get("uint8").data().get(3)).isEqualTo(3);
    assertThat(tensors.get("bool").data().get(3)).isEqualTo(1);
    assertThat(tensors.get("scalar").shape()).isEmpty();
    assertNumbers(tensors, "scalar", 1.5);
    assertThat(tensors.get("empty").shape()).isEqualTo(new long[] {0, 3});
    assertNumbers(tensors, "negative", -1, -2);
    assertThat(tensors.get("again")).isEqualTo(tensors.get("tied"));
    assertNumbers(tensors, "tied", 0, 1, 2, 3, 4, 5);
    assertNumbers(tensors, "transposed", 0, 3, 1, 4, 2, 5);
    assertNumbers(tensors, "part", 4, 5);
    assertNumbers(tensors, "every second", 0, 2, 4, 6);
    assertNumbers(tensors, "expanded", 2, 2, 2);
  }

  private static void assertNumbers(
      Map<String, HostTensor> tensors, String name, double... expected) {
    assertWithMessage(name).that(Numbers.of(tensors.get(name))).isEqualTo(expected);
  }

  private static List<Integer> bits(HostTensor tensor) {
    var shorts = tensor.data().asShortBuffer();
    return Stream.generate(shorts::get).limit(shorts.limit()).map(Short::intValue).toList();
  }

  static Stream<Path> wholeModules() {
    return TorchCheckpoints.inBothFormats("whole");
  }

  @ParameterizedTest
  @MethodSource("wholeModules")
  void wholeModuleIsRefusedByName(Path file) {
    assertThat(refusal(file)).contains("torch.nn.modules.linear.Linear");
    assertThat(refusal(file)).contains("model.state_dict()");
    assertThat(refusal(file)).contains(file.toString());
  }

  static Stream<Path> numpyNumbers() {
    return TorchCheckpoints.inBothFormats("numpy");
  }

  @ParameterizedTest
  @MethodSource("numpyNumbers")
  void numpyNumberIsNamedAndNotBuilt(Path file) throws IOException {
    WeightFile content = WeightFile.read(file);
    assertThat(content.notices().get(0)).contains("numpy.core.multiarray.scalar");
    assertThat(content.notices().get(0)).contains("nothing of it was built or run");
  }

  private static String refusal(Path file) {
    return assertThrows(IOException.class, () -> Checkpoint.read(file)).getMessage();
  }

  @Test
  void contentAndNotTheNameTellsTheFormat(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("weights.safetensors");
    Files.copy(TorchCheckpoints.file("legacy", "cifar"), file);
    assertThat(Checkpoint.read(file).architecture()).isEqualTo(CIFAR);
  }

  @Test
  void safetensorsOfTheSameWeightsReadsTheSame(@TempDir Path folder) throws IOException {
    Checkpoint checkpoint = Checkpoint.read(TorchCheckpoints.file("zip", "bfloat16"));
    Path file = folder.resolve("weights.pt");
    new Safetensors(checkpoint.tensors(), Map.of()).write(file);
    Checkpoint again = Checkpoint.read(file);
    assertThat(again.tensors()).isEqualTo(checkpoint.tensors());
    assertThat(again.architecture()).isEqualTo(checkpoint.architecture());
  }

  @Test
  void everyMismatchIsListed(@TempDir Path folder) throws IOException {
    Map<String, HostTensor> torn =
        new LinkedHashMap<>(Checkpoint.read(TorchCheckpoints.file("zip", "cifar")).tensors());
    torn.remove("retina.retina_conv1.weight");
    torn.put("retina.retina_conv1.bias", HostTensor.ofFloats(new float[2], 2));
    torn.put("ventral.fc.weights", HostTensor.ofFloats(new float[1], 1));
    Path file = folder.resolve("torn.safetensors");
    new Safetensors(torn, Map.of()).write(file);
    assertThat(refusal(file)).contains("missing retina.retina_conv1.weight");
    assertThat(refusal(file))
        .contains("wrong shape of retina.retina_conv1.bias: expected [32], found [2]");
    assertThat(refusal(file)).contains("unexpected ventral.fc.weights");
  }
}
