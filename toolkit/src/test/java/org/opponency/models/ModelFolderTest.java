package org.opponency.models;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.opponency.io.Text.format;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opponency.images.Normalisation;
import org.opponency.io.RecordJson;
import org.opponency.models.Ventral.ResNet.Shortcut;
import org.opponency.models.Ventral.ResNet.Stem;
import org.opponency.models.parity.NoiseNetwork;
import org.opponency.models.parity.Precision;

class ModelFolderTest {
  private static final int SIDE = 16;
  private static final String PYTHON = "/usr/bin/python3";

  @TempDir private Path folder;

  static Stream<Architecture> architectures() {
    Retina retina = new Retina(2, 5, 6);
    return Stream.of(
        of(retina, new Ventral.ResNet(List.of(1, 2), true, 8), Normalisation.IMAGENET),
        of(Retina.NONE, new Ventral.ResNet(List.of(2, 1), false, 8), Normalisation.IMAGENET),
        of(retina, small(Shortcut.PADDED), Normalisation.IMAGENET),
        of(Retina.NONE, small(Shortcut.PROJECTED), Normalisation.NONE),
        of(new Retina(3, 9), new Ventral.Convolutional(2, 12), Normalisation.NONE),
        of(new Retina(1, 9), new Ventral.Convolutional(0, 12), Normalisation.NONE));
  }

  private static Ventral small(Shortcut shortcut) {
    return new Ventral.ResNet(List.of(1, 1), false, 6, Stem.SMALL_IMAGES, shortcut);
  }

  private static Architecture of(Retina retina, Ventral ventral, Normalisation normalisation) {
    return new Architecture(retina, ventral, 3, SIDE, normalisation);
  }

  private Checkpoint exported(Architecture architecture) throws IOException {
    try (Network network = NoiseNetwork.of(architecture, Precision.FLOAT32)) {
      var classes = List.of("a", "b", "c");
      var checkpoint = new Checkpoint(architecture, classes, network.state(), List.of());
      ModelFolder.write(folder, checkpoint, Map.of("note", "kept"), "# Card\n");
      return checkpoint;
    }
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void theFolderStandsForItsFile(Architecture architecture) throws IOException {
    Checkpoint written = exported(architecture);
    Checkpoint read = Checkpoint.read(folder);
    assertThat(read.architecture()).isEqualTo(architecture);
    assertThat(read.classes()).isEqualTo(written.classes());
    assertThat(read.tensors()).isEqualTo(written.tensors());
    assertThat(read.notices()).isEmpty();
    assertThat(Files.readString(folder.resolve(ModelFolder.CARD))).isEqualTo("# Card\n");
  }

  @Test
  void theConfigurationSaysWhatTheNetworkIs() throws IOException {
    exported(of(new Retina(2, 5, 6), small(Shortcut.PADDED), Normalisation.IMAGENET));
    String text = Files.readString(folder.resolve(ModelFolder.CONFIG));
    var json = RecordJson.parse(text);
    assertThat(json.getAsJsonObject("retina").toString())
        .isEqualTo("{\"width\":2,\"kernel\":5,\"channels\":6}");
    assertThat(json.getAsJsonObject("ventral").toString())
        .isEqualTo(
            "{\"kind\":\"resnet\",\"blocks\":[1,1],\"bottleneck\":false,\"channels\":6,"
                + "\"stem\":\"small_images\",\"shortcut\":\"padded\"}");
    assertThat(json.getAsJsonObject("id2label").toString())
        .isEqualTo("{\"0\":\"a\",\"1\":\"b\",\"2\":\"c\"}");
    assertThat(json.getAsJsonArray("mean").toString()).isEqualTo("[0.485,0.456,0.406]");
    assertThat(json.get("num_labels").getAsInt()).isEqualTo(3);
    exported(of(Retina.NONE, new Ventral.Convolutional(1, 4), Normalisation.NONE));
    var plain = RecordJson.parse(Files.readString(folder.resolve(ModelFolder.CONFIG)));
    assertThat(plain.get("retina").isJsonNull()).isTrue();
    assertThat(plain.getAsJsonObject("ventral").toString())
        .isEqualTo("{\"kind\":\"convolutional\",\"depth\":1,\"units\":4}");
  }

  @Test
  void anotherFolderIsRefused() {
    var refusal = assertThrows(NoSuchFileException.class, () -> Checkpoint.read(folder));
    assertThat(refusal).hasMessageThat().contains("model.safetensors as export writes it");
  }

  @Test
  void oneChangedBitIsFound() throws IOException {
    exported(of(Retina.NONE, small(Shortcut.PADDED), Normalisation.NONE));
    Path file = folder.resolve(ModelFolder.WEIGHTS);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    assertThat(assertThrows(IOException.class, () -> Checkpoint.read(folder)))
        .hasMessageThat()
        .contains("damaged");
  }

  /** Logits of both, for pixels that rise from 0 to 1 in row-major order. */
  @ParameterizedTest
  @MethodSource("architectures")
  @Tag("slow")
  void pyTorchAloneGivesTheSameLogits(Architecture architecture) throws Exception {
    Checkpoint network = exported(architecture);
    String peers = python(folder);
    assumeTrue(!peers.contains("No module named 'torch'"), "PyTorch (python3-torch) is missing");
    double[] theirs = Stream.of(peers.trim().split(",")).mapToDouble(Double::valueOf).toArray();
    double[] ours = logits(network);
    assertThat(theirs).hasLength(ours.length);
    for (int i = 0; i < ours.length; i++) {
      assertThat(theirs[i]).isWithin(1e-5 * Math.max(1, Math.abs(ours[i]))).of(ours[i]);
    }
  }

  private static double[] logits(Checkpoint checkpoint) {
    try (VisionModel vision = VisionModel.of(checkpoint.network());
        NDManager scope = vision.manager().newSubManager()) {
      int count = 2 * 3 * SIDE * SIDE;
      float[] pixels = new float[count];
      IntStream.range(0, count).forEach(i -> pixels[i] = (float) i / (count - 1));
      NDArray logits = vision.logits(scope.create(pixels, new Shape(2, 3, SIDE, SIDE)));
      float[] values = logits.toFloatArray();
      return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
  }

  private static String python(Path folder) throws Exception {
    String script =
        format(
            "import torch; from network import load\n"
                + "pixels = torch.linspace(0, 1, 2 * 3 * %d * %1$d).reshape(2, 3, %1$d, %1$d)\n"
                + "print(*load()(pixels).flatten().tolist(), sep=',')",
            SIDE);
    Process process =
        new ProcessBuilder(PYTHON, "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(1, TimeUnit.MINUTES);
    return said;
  }
}
