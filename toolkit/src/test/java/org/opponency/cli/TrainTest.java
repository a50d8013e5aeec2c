package org.opponency.cli;

import static com.google.common.truth.Truth.assertThat;
import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.study.Photographs;

class TrainTest {
  private static final int IMAGES = 20;

  @TempDir private Path folder;

  @BeforeEach
  void takePhotographs() throws IOException {
    for (int i = 0; i < IMAGES / 2; i++) {
      for (String part : List.of("train", "val")) {
        Photographs.write(folder.resolve(format("%s/fig/%d.png", part, i)), 0xc02020 + i);
        Photographs.write(folder.resolve(format("%s/lime/%d.png", part, i)), 0x20c020 + i);
      }
    }
  }

  @Test
  void trainsOneNetworkOnOnesOwnImagesAndReadsItBack() throws IOException {
    Shell first = train("--width=0", "--run=1", "--epochs=2", "--batch-size=10");
    assertThat(first.status()).isEqualTo(0);
    assertThat(first.out()).contains("no retina, run 1");
    assertThat(first.out()).containsMatch("images +40\n");
    assertThat(first.out()).containsMatch("hours +[0-9]+\\.[0-9]{3} on cpu");
    assertThat(first.err()).contains("Training on cpu");
    Path kept = folder.resolve("out/seed-0");
    assertThat(Files.readAllLines(kept.resolve("epochs.csv"))).hasSize(3);
    assertThat(Files.readString(kept.resolve("training.log"))).contains("epoch 2/2");
    byte[] weights = Files.readAllBytes(kept.resolve("model.safetensors"));
    Shell again = train("--width=0", "--run=1", "--epochs=2", "--batch-size=10");
    assertThat(again.out()).isEqualTo(first.out());
    assertThat(Files.readAllBytes(kept.resolve("model.safetensors"))).isEqualTo(weights);
  }

  @Test
  void dryRunTrainsNothing() {
    Shell dry = train("--dry-run", "--width=2", "--batch-size=4");
    assertThat(dry.status()).isEqualTo(0);
    assertThat(Files.exists(folder.resolve("out"))).isFalse();
    for (String line : List.of("model", "parameters", "measured", "time", "memory")) {
      assertThat(dry.out()).containsMatch("(?m)^" + line + " ");
    }
    assertThat(dry.out()).contains("30: 6 epochs of 5");
    assertThat(dry.out()).contains("a 7x7 retina of width 2 before ResNet[");
  }

  @Test
  void runsAreCountedFromZero() {
    Shell shell = train("--run=-1");
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err()).contains("Expected --run to be 0 or more, got -1");
  }

  @Test
  void whatRecipesDoNotTakeIsRefused() {
    Shell widths = train("--widths=4,8");
    assertThat(widths.status()).isEqualTo(2);
    assertThat(widths.err()).contains("Expected no --widths with --recipe");
    assertThat(widths.err()).contains("got [4, 8]; give --width");
    Shell thin = train("--baseline");
    assertThat(thin.status()).isEqualTo(2);
    assertThat(thin.err()).contains("got --recipe=laptop; leave out one of them");
    Shell wide = trainBy("imagenet", "--baseline", "--width=4");
    assertThat(wide.status()).isEqualTo(2);
    assertThat(wide.err()).contains("got --recipe=imagenet and --width=4; leave out one of them");
  }

  @Test
  void publishedNetworksAreNotTrainedAndNotDownloaded() throws Exception {
    Shell shell =
        Shell.run(
            Map.of(
                "OPPONENCY_NETWORKS",
                "published",
                "OPPONENCY_HOME",
                folder.toString(),
                "OPPONENCY_MODELS",
                folder.resolve("models").toString(),
                "OPPONENCY_MODELS_SERVER",
                "http://localhost:1/"),
            "train",
            "--widths=1");
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err()).contains("Missing for the published networks: how they were trained");
  }

  @Test
  void whatIsNoFolderIsNotTrainedInto() throws IOException {
    Files.writeString(folder.resolve("out"), "mine");
    Shell shell = train("--width=0", "--epochs=1", "--batch-size=10");
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err()).contains("Expected --out to lead to a folder, got");
    assertThat(Files.readString(folder.resolve("out"))).isEqualTo("mine");
  }

  @Test
  void tooFewImagesForABatchAreAnError() {
    Shell shell = train();
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err()).contains("Expected at least 64 training images for one batch");
  }

  @Test
  void imagesOfOtherSizesAreNotForTheRecipeOfCifar10() {
    Shell shell = trainBy("cifar10");
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err()).contains("expects 10 classes of images of 32 pixels, got 2 classes");
  }

  private Shell train(String... more) {
    return trainBy("laptop", more);
  }

  private Shell trainBy(String recipe, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "train",
                "--recipe=" + recipe,
                "--images=" + folder.resolve("train"),
                "--validation=" + folder.resolve("val"),
                "--out=" + folder.resolve("out")));
    arguments.addAll(List.of(more));
    return Shell.run(arguments.toArray(String[]::new));
  }
}
