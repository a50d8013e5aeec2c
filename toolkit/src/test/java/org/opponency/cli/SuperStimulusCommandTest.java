package org.opponency.cli;

import static com.google.common.truth.Truth.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.images.RgbImage;
import org.opponency.models.Architecture;
import org.opponency.models.Checkpoint;
import org.opponency.models.Network;
import org.opponency.models.Pixels;
import org.opponency.models.VisionModel;
import org.opponency.models.weights.Safetensors;

class SuperStimulusCommandTest {
  private static final int SIZE = 32;

  @TempDir private Path folder;
  private Path weights;
  private Path out;

  @BeforeEach
  void prepare() throws IOException {
    weights = folder.resolve("network.safetensors");
    out = folder.resolve("pictures/fig.png");
    try (Network network = Network.initialise(Architecture.thin(2, 3, SIZE), 0)) {
      var metadata = Map.of(Checkpoint.CLASSES, "apple\nfig\nlime", Checkpoint.IMAGE_SIZE, "32");
      new Safetensors(network.state(), metadata).write(weights);
    }
  }

  /** The picture in the file is the one whose logit was told. */
  @Test
  void fileHoldsThePictureThatWasMeasured() throws IOException {
    Shell run = run("--class", "fig", "--steps", "4", "--save-at", "0,2");
    assertThat(run.status()).isEqualTo(0);
    List<String> lines = run.out().lines().toList();
    assertThat(lines.get(0)).isEqualTo("step,value,file");
    assertThat(lines.get(1)).endsWith("," + folder.resolve("pictures/fig-0.png"));
    assertThat(lines.get(2)).startsWith("2,");
    assertThat(lines.get(3)).endsWith("," + out);
    for (String line : lines.subList(1, 4)) {
      String[] fields = line.split(",");
      assertThat(logit(Path.of(fields[2]), 1)).isWithin(1e-5).of(Double.parseDouble(fields[1]));
    }
  }

  private double logit(Path file, int label) throws IOException {
    RgbImage image = RgbImage.of(ImageIO.read(file.toFile()));
    try (VisionModel vision = VisionModel.of(Checkpoint.read(weights).network());
        NDManager scope = vision.manager().newSubManager()) {
      NDArray pixels = Pixels.of(scope, image);
      return vision.logits(pixels).getFloat(0, label);
    }
  }

  @Test
  void minimisingTellsTheValueItself() {
    double up = value(run("--class", "1", "--steps", "4"));
    double down = value(run("--class", "1", "--steps", "4", "--minimise"));
    assertThat(down).isLessThan(up);
  }

  private static double value(Shell run) {
    assertThat(run.err()).doesNotContain("opponency:");
    return Double.parseDouble(run.out().lines().toList().get(1).split(",")[1]);
  }

  @Test
  void picturesOfCellsAreAsLargeAsWhatTheySee() throws IOException {
    run("--layer", "retina.retina_conv2", "--cell", "1", "--steps", "2");
    assertThat(ImageIO.read(out.toFile()).getWidth()).isEqualTo(13);
    run("--layer", "retina.retina_conv2", "--channel", "1", "--steps", "2");
    assertThat(ImageIO.read(out.toFile()).getWidth()).isEqualTo(SIZE);
  }

  @Test
  void sameSeedWritesTheSameFile() throws IOException {
    run("--class", "0", "--steps", "2", "--seed", "5");
    byte[] first = Files.readAllBytes(out);
    run("--class", "0", "--steps", "2", "--seed", "5");
    assertThat(Files.readAllBytes(out)).isEqualTo(first);
    run("--class", "0", "--steps", "2", "--seed", "6");
    assertThat(Files.readAllBytes(out)).isNotEqualTo(first);
  }

  @Test
  void whatTheNetworkLacksIsNamed() {
    assertRefused(run("--class", "pear"), "such as apple, fig, lime, or by its number from 0 to 2");
    assertRefused(run("--class", "3"), "from 0 to 2, got \"3\"");
    assertRefused(run("--layer", "retina.conv2", "--cell", "0"), "retina.retina_conv2");
    assertRefused(run("--layer", "retina.retina_conv2", "--cell", "2"), "from 0 to 1, got 2");
  }

  @Test
  void retinaAloneHasCellsButNoClasses() throws IOException {
    var alone = Architecture.thin(2, 3, SIZE).withoutVentral();
    try (Network network = Network.initialise(alone, 0)) {
      new Safetensors(network.state(), Map.of()).write(weights);
    }
    assertRefused(run("--class", "fig"), "got a retina alone; ask for --layer");
    Shell cell = run("--layer", "retina.retina_conv2", "--cell", "1", "--steps", "2");
    assertThat(cell.status()).isEqualTo(0);
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertRefused(run("--class", "0", "--steps", "0"), "steps >= 1");
    assertRefused(run("--class", "0", "--steps", "4", "--save-at", "3,2"), "[3, 2, 4]");
  }

  @Test
  void oneAimIsNeededAndNotMore() {
    assertThat(run().status()).isEqualTo(2);
    assertThat(run().err()).contains("--class");
    assertThat(run("--layer", "retina.retina_conv2").err()).contains("--cell");
    assertThat(run("--class", "0", "--layer", "a", "--cell", "0").status()).isEqualTo(2);
  }

  private static void assertRefused(Shell run, String named) {
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("opponency: ");
    assertThat(run.err()).contains(named);
    assertThat(run.out()).isEmpty();
  }

  private Shell run(String... aim) {
    List<String> arguments = new ArrayList<>(List.of("super-stimulus", "--weights", "" + weights));
    arguments.addAll(List.of("--out", "" + out));
    arguments.addAll(List.of(aim));
    return Shell.run(arguments.toArray(String[]::new));
  }
}
