package org.opponency.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.images.RgbImage;
import org.opponency.models.Architecture;
import org.opponency.models.Checkpoint;
import org.opponency.models.Network;
import org.opponency.models.hub.FileServer;
import org.opponency.models.weights.Safetensors;
import org.opponency.orchard.Orchard;
import org.opponency.report.Png;

/**
 * Each command in a process of its own, which is told to stop in the middle of its work: that would
 * go on for minutes.
 */
@EnabledOnOs(OS.LINUX)
class StoppedCommandsTest {
  private static final int SIGINT = 2;
  private static final int SIGTERM = 15;
  private static final int LARGE = 224;
  private static final int PICTURES = 40;

  @TempDir private Path folder;
  private final List<String> variables = new ArrayList<>();
  private Path weights;
  private Path images;

  @BeforeEach
  void prepare() throws IOException {
    weights = folder.resolve("network.safetensors");
    images = folder.resolve("images");
    write(32);
    RgbImage picture = Orchard.ofSize(32).train(1).image(0);
    for (String name : List.of("a", "b")) {
      Path own = Files.createDirectories(images.resolve(name));
      for (int i = 0; i < PICTURES; i++) {
        Files.write(own.resolve(i + ".png"), Png.encode(picture));
      }
    }
  }

  private void write(int imageSize) throws IOException {
    try (Network network = Network.initialise(Architecture.thin(4, 2, imageSize), 0)) {
      var metadata = Map.of(Checkpoint.CLASSES, "a\nb", Checkpoint.IMAGE_SIZE, "" + imageSize);
      new Safetensors(network.state(), metadata).write(weights);
    }
  }

  @Test
  void trainingIsSavedAndGoesOn() throws Exception {
    Path out = folder.resolve("out");
    assertStopped(
        SIGTERM,
        "training",
        "train",
        "--recipe=laptop",
        "--images=" + images,
        "--validation=" + images,
        "--width=1",
        "--batch-size=8",
        "--epochs=1000",
        "--out=" + out);
    try (Stream<Path> kept = Files.walk(out)) {
      assertThat(kept.map(Path::toString).filter(name -> name.endsWith(".safetensors")).toList())
          .isNotEmpty();
    }
  }

  @Test
  void attackKeepsItsBatches() throws Exception {
    Path out = folder.resolve("attack.csv");
    assertStopped(
        SIGINT, "attacking", "attack", "--weights=" + weights, "--images=" + images, out(out));
    assertThat(Files.exists(out)).isFalse();
  }

  @Test
  void censusWritesNothing() throws Exception {
    Path out = folder.resolve("census.csv");
    write(LARGE);
    for (int signal : new int[] {SIGINT, SIGTERM}) {
      assertStopped(
          signal, "guessed", "census", "--weights=" + weights, "--layer=ventral.layer3", out(out));
      assertThat(Files.exists(out)).isFalse();
    }
  }

  @Test
  void receptiveFieldsWriteNothing() throws Exception {
    write(LARGE);
    Path out = folder.resolve("fields");
    for (int signal : new int[] {SIGINT, SIGTERM}) {
      assertStopped(
          signal,
          "guessed",
          "receptive-fields",
          "--weights=" + weights,
          "--layer=ventral.layer2",
          out(out));
      assertEmpty(out);
    }
  }

  @Test
  void passportWritesNothing() throws Exception {
    write(LARGE);
    Path out = folder.resolve("passport");
    assertStopped(SIGTERM, "guessed", "passport", "--weights=" + weights, out(out));
    assertEmpty(out);
  }

  private static void assertEmpty(Path out) throws IOException {
    try (Stream<Path> inside = Files.list(out)) {
      assertThat(inside.toList()).isEmpty();
    }
  }

  @Test
  void packingKeepsWhatIsDone() throws Exception {
    Path out = folder.resolve("images.pack");
    assertStopped(SIGTERM, "packing", "pack", "--images=" + images, "--size=2000", out(out));
    assertThat(Files.exists(out)).isFalse();
    assertThat(Files.size(folder.resolve("images.pack.part"))).isGreaterThan(0L);
  }

  @Test
  void downloadEnds() throws Exception {
    try (FileServer server = new FileServer()) {
      server.serve("cifar10/colour_full/model_2_0_0.pt", new byte[3000]);
      server.trickle();
      variables.add("OPPONENCY_MODELS_SERVER=" + server.address());
      variables.add("OPPONENCY_MODELS=" + folder.resolve("models"));
      assertStopped(
          SIGINT, "downloading", "predict", "--weights=cifar10/2/0/0", "--images=" + images);
    }
  }

  private static String out(Path file) {
    return "--out=" + file;
  }

  private void assertStopped(int signal, String sign, String... arguments) throws Exception {
    // Who runs tests in the background has children that ignore SIGINT.
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.addAll(variables);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(OpponencyCommand.class.getName());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    var said =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    StringBuilder all = new StringBuilder();
    boolean told = false;
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      all.append(line).append('\n');
      if (!told && line.contains(sign)) {
        told = true;
        new ProcessBuilder("kill", "-" + signal, "" + process.pid()).inheritIO().start().waitFor();
      }
    }
    assertWithMessage(all.toString()).that(process.waitFor()).isEqualTo(128 + signal);
    assertThat(all.toString()).contains("opponency: Stopped before the end");
    try (Stream<Path> files = Files.list(folder)) {
      assertWithMessage("files of a crash")
          .that(files.map(Path::toString).filter(name -> name.contains("hs_err")).toList())
          .isEmpty();
    }
  }
}
