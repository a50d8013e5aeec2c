package org.opponency.cli;

import static com.google.common.truth.Truth.assertThat;
import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.images.RgbImage;
import org.opponency.images.source.Images;
import org.opponency.models.Architecture;
import org.opponency.models.Checkpoint;
import org.opponency.models.Network;
import org.opponency.models.VisionModel;
import org.opponency.models.weights.Safetensors;
import org.opponency.orchard.Orchard;
import org.opponency.report.Png;

class PictureOptionsTest {
  private static final int SIZE = 32;

  @TempDir private static Path folder;
  private static Path weights;
  private static Path images;
  private static VisionModel vision;

  @BeforeAll
  static void prepare() throws IOException {
    weights = folder.resolve("network.safetensors");
    images = folder.resolve("images");
    try (Network network = Network.initialise(Architecture.cifar10(4, 2), 1)) {
      new Safetensors(network.state(), Map.of()).write(weights);
    }
    vision = VisionModel.of(Checkpoint.read(weights).network());
    ImageSet small = Orchard.ofSize(SIZE).train(1);
    for (int i = 0; i < 6; i++) {
      save(format("p%d.png", i), small.image(i));
    }
    save("a-larger.png", Orchard.ofSize(40).train(1).image(0));
  }

  @AfterAll
  static void close() {
    vision.close();
  }

  /** Into the folder of the class that the network sees in it, brought to its size. */
  private static void save(String name, RgbImage image) throws IOException {
    float[] seen = probabilities(image);
    int best = 0;
    for (int i = 1; i < seen.length; i++) {
      best = seen[i] > seen[best] ? i : best;
    }
    Path own = Files.createDirectories(images.resolve("class " + best));
    Files.write(own.resolve(name), Png.encode(image));
  }

  private static float[] probabilities(RgbImage image) {
    RgbImage fit = image.width() == SIZE ? image : Preprocessing.of(SIZE).apply(image);
    return vision.probabilities(fit.pixels(), SIZE, SIZE)[0];
  }

  @Test
  void everyPictureComesToTheSizeByItself() throws IOException {
    Shell predict = Shell.run("predict", "--weights=" + weights, "--images=" + images);
    assertThat(predict.status()).isEqualTo(0);
    assertThat(predict.err()).contains("Pictures: as is at 32x32, else bilinear shorter side 36");
    ImageSet set = Images.unlabelled(images);
    assertThat(set.size()).isEqualTo(7);
    List<String> lines = predict.out().lines().toList();
    for (int i = 0; i < set.size(); i++) {
      float[] direct = probabilities(set.image(i));
      for (int rank = 1; rank <= 5; rank++) {
        String[] cells = lines.get(5 * i + rank).split(",");
        assertThat(cells[0]).isEqualTo(set.id(i));
        int number = Integer.parseInt(cells[2].substring("class ".length()));
        assertThat(Double.parseDouble(cells[3])).isWithin(2e-6).of(direct[number]);
      }
    }
  }

  @Test
  void attacksSeeTheSame() throws IOException {
    Path csv = folder.resolve("attack.csv");
    Shell attack =
        Shell.run(
            "attack",
            "--weights=" + weights,
            "--images=" + images,
            "--attacks=fgsm",
            "--epsilons=0",
            "--out=" + csv);
    assertThat(attack.status()).isEqualTo(0);
    assertThat(Files.readAllLines(csv).get(1)).isEqualTo("worst case,0.0,7,1.0");
  }

  @Test
  void asIsRefusesOtherSizesByName() {
    Shell predict = Shell.run("predict", "--as-is", "--weights=" + weights, "--images=" + images);
    assertThat(predict.status()).isEqualTo(2);
    assertThat(predict.err()).contains("a-larger.png: Expected an image of 32 x 32 pixels");
    assertThat(predict.err()).contains("got 40 x 40");
  }

  @Test
  void photographsAreResizedAndCropped() {
    assertThat(Architecture.resNet50(4).preprocessing()).isEqualTo(Preprocessing.IMAGENET);
    assertThat(Architecture.thin(4, 10, 64).preprocessing()).isEqualTo(Preprocessing.fitting(64));
  }
}
