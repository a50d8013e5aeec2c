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
import org.opponency.models.Architecture;
import org.opponency.models.Checkpoint;
import org.opponency.models.Network;
import org.opponency.models.weights.Safetensors;
import org.opponency.study.Photographs;

class PredictTest {
  @TempDir private Path folder;
  private Path weights;
  private Path images;

  @BeforeEach
  void prepare() throws IOException {
    weights = folder.resolve("network.safetensors");
    images = Files.createDirectory(folder.resolve("images"));
    try (Network network = Network.initialise(Architecture.thin(2, 6, 32), 0)) {
      var metadata =
          Map.of(
              Checkpoint.CLASSES,
              "apple\nfig\nlime\npear\nplum\nsloe, wild",
              Checkpoint.IMAGE_SIZE,
              "32");
      new Safetensors(network.state(), metadata).write(weights);
    }
  }

  @Test
  void writesFiveRowsAnImageInOrder() throws IOException {
    Photographs.write(images.resolve("a \"b\", c.png"), 0xff0000);
    Photographs.write(images.resolve("more/d.png"), 0x00ff00);

    Shell predict = predict(weights, images);

    assertThat(predict.status()).isEqualTo(0);
    assertThat(predict.err().lines().toList())
        .containsExactly(
            "The file does not say what its network expects; guessed from its tensors: 32 pixels a side, normalised as for ImageNet",
            "Pictures: as is at 32x32, else bilinear shorter side 36, centre 32x32");
    List<String> lines = predict.out().lines().toList();
    assertThat(lines).hasSize(1 + 2 * 5);
    assertThat(lines.get(0)).isEqualTo("image,rank,class,probability");
    for (int rank = 1; rank <= 5; rank++) {
      assertThat(lines.get(rank)).startsWith(format("\"a \"\"b\"\", c.png\",%d,", rank));
      assertThat(lines.get(5 + rank))
          .matches(
              format(
                  "more/d\\.png,%d,(apple|fig|lime|pear|plum|\"sloe, wild\"),0\\.[0-9]{6}", rank));
    }
  }

  @Test
  void namesAreNoFormulasAndNoOrdersToATerminal() throws IOException {
    Photographs.write(images.resolve("=1+1.png"), 0xff0000);
    Photographs.write(images.resolve("more/\u001b[31m.png"), 0xff0000);
    Shell predict = predict(weights, images);
    assertThat(predict.out()).containsMatch("(?m)^'=1\\+1\\.png,1,");
    assertThat(predict.out()).contains("more/\\u001b[31m.png,1,");
    assertThat(predict.out()).doesNotContain("\u001b");
  }

  @Test
  void imageSizesThatNoNetworkHasAreRefused() throws IOException {
    Photographs.write(images.resolve("a.png"), 0xff0000);
    try (Network network = Network.initialise(Architecture.thin(2, 6, 32), 0)) {
      new Safetensors(network.state(), Map.of(Checkpoint.IMAGE_SIZE, "99999")).write(weights);
    }
    Shell predict = predict(weights, images);
    assertThat(predict.status()).isEqualTo(2);
    assertThat(predict.err()).contains("Expected imageSize from 1 to 2048 pixels, got 99999");
  }

  @Test
  void pixelsAreTreatedAsTheUserSays() throws IOException {
    Photographs.write(images.resolve("a.png"), 0xff0000);
    Shell guessed = predict(weights, images);
    Shell raw = predict(weights, images, "--pixels=as-is");
    assertThat(raw.status()).isEqualTo(0);
    assertThat(raw.out()).isNotEqualTo(guessed.out());
    assertThat(predict(weights, images, "--pixels=imagenet").out()).isEqualTo(guessed.out());
    Shell nonsense = predict(weights, images, "--pixels=nonsense");
    assertThat(nonsense.status()).isEqualTo(2);
    assertThat(nonsense.err()).contains("got \"nonsense\"");
  }

  @Test
  void publishedNetworkIsFoundByName() throws IOException {
    Photographs.write(images.resolve("a.png"), 0xff0000);
    Path published = folder.resolve("models/cifar10/colour_full/model_2_0_0.pt");
    Files.createDirectories(published.getParent());
    try (Network network = Network.initialise(Architecture.cifar10(2, 0), 0)) {
      new Safetensors(network.state(), Map.of()).write(published);
    }
    Shell predict =
        Shell.run(
            "predict",
            "--weights=cifar10/2/0/0",
            "--models=" + folder.resolve("models"),
            "--images=" + images);
    assertThat(predict.status()).isEqualTo(0);
    assertThat(predict.out()).contains("a.png,5,");
    assertThat(predict.err()).contains("in which run it was trained cannot be checked");
  }

  @Test
  void torchScriptIsAskedToo() throws IOException {
    Photographs.write(images.resolve("a.png"), 0xff0000);
    Shell predict = script("--script-size=32");
    assertThat(predict.status()).isEqualTo(0);
    assertThat(predict.out()).containsMatch("a\\.png,1,class [0-9],0\\.");
    Shell raw = script("--script-size=32", "--script-raw");
    assertThat(raw.out()).isNotEqualTo(predict.out());
    Path names = Files.writeString(folder.resolve("names"), "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n");
    assertThat(script("--script-size=32", "--script-classes=" + names).out())
        .containsMatch("a\\.png,1,[a-j],0\\.");
  }

  @Test
  void torchScriptAsksForItsOptions() throws IOException {
    Photographs.write(images.resolve("a.png"), 0xff0000);
    assertThat(script().status()).isEqualTo(2);
    assertThat(script().err()).contains("predict, attack and shape-bias with --script-size");
    Path names = Files.writeString(folder.resolve("names"), "a\nb\n");
    assertThat(script("--script-size=32", "--script-classes=" + names).err())
        .contains("Expected names of 10 classes in " + names + ", a line each, got 2");
    Shell pixels = script("--script-size=32", "--pixels=as-is");
    assertThat(pixels.status()).isEqualTo(2);
    assertThat(pixels.err()).contains("Expected no --pixels with --script-size, got as-is");
    Path gone = folder.resolve("gone");
    assertThat(script("--script-size=32", "--script-classes=" + gone).err())
        .contains("Cannot read " + gone + ": there is no such file");
  }

  private Shell script(String... options) {
    List<String> arguments = new ArrayList<>(List.of("predict", "--images=" + images));
    arguments.add("--weights=" + Shell.torchScript());
    arguments.addAll(List.of(options));
    return Shell.run(arguments.toArray(String[]::new));
  }

  @Test
  void retinaAloneHasNothingToPredict() throws IOException {
    Photographs.write(images.resolve("a.png"), 0xff0000);
    Path retina = folder.resolve("retina");
    Architecture alone = Architecture.thin(2, 6, 32).withoutVentral();
    try (Network network = Network.initialise(alone, 0)) {
      new Safetensors(network.state(), Map.of()).write(retina);
    }
    Shell predict = predict(retina, images);
    assertThat(predict.status()).isEqualTo(2);
    assertThat(predict.err()).contains("a retina alone: it has no logits");
  }

  @Test
  void missingWeightsAreNamed() throws IOException {
    Photographs.write(images.resolve("a.png"), 0xff0000);
    assertRefused(predict(folder.resolve("absent"), images), folder.resolve("absent"));
  }

  @Test
  void fileWithoutWeightsIsNamed() throws IOException {
    Photographs.write(images.resolve("a.png"), 0xff0000);
    Path text = Files.writeString(folder.resolve("notes"), "these are no weights at all");
    assertRefused(predict(text, images), text);
  }

  @Test
  void folderWithoutImagesIsNamed() {
    assertRefused(predict(weights, images), images);
    assertRefused(predict(weights, folder.resolve("absent")), folder.resolve("absent"));
  }

  @Test
  void imageThatCannotBeReadIsToldAndLeftOut() throws IOException {
    Photographs.write(images.resolve("a.png"), 0xff0000);
    Files.writeString(images.resolve("broken.png"), "no picture");

    Shell predict = predict(weights, images);

    assertThat(predict.status()).isEqualTo(0);
    assertThat(predict.out().lines().count()).isEqualTo(1 + 5);
    assertThat(predict.err()).contains("\nskipped: ");
    assertThat(predict.err()).contains("broken.png");
  }

  @Test
  void nothingButBrokenImagesLeavesTheHeader() throws IOException {
    Files.writeString(images.resolve("broken.png"), "no picture");
    Shell predict = predict(weights, images);
    assertThat(predict.out().strip()).isEqualTo("image,rank,class,probability");
    assertThat(predict.err()).contains("broken.png");
  }

  @Test
  void imageThatCannotBeReadStopsTheStrict() throws IOException {
    Photographs.write(images.resolve("a.png"), 0xff0000);
    Path broken = Files.writeString(images.resolve("broken.png"), "no picture");
    Shell predict =
        Shell.run("predict", "--refuse-unreadable", "--weights=" + weights, "--images=" + images);
    assertRefused(predict, broken.getFileName());
  }

  @Test
  void bothOptionsAreNeeded() {
    Shell predict = Shell.run("predict", "--weights=" + weights);
    assertThat(predict.status()).isEqualTo(2);
    assertThat(predict.err()).contains("--images");
  }

  @Test
  void unknownOptionIsAWrongArgument() {
    Shell predict = Shell.run("predict", "--weights=a", "--images=b", "--colour");
    assertThat(predict.status()).isEqualTo(2);
    assertThat(predict.err()).contains("--colour");
  }

  private static Shell predict(Path weights, Path images, String... options) {
    List<String> arguments = new ArrayList<>(List.of("predict", "--weights=" + weights));
    arguments.add("--images=" + images);
    arguments.addAll(List.of(options));
    return Shell.run(arguments.toArray(String[]::new));
  }

  private static void assertRefused(Shell run, Path named) {
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).containsMatch("(?m)^opponency: ");
    assertThat(run.err()).contains(named.toString());
    assertThat(run.out()).isEmpty();
  }
}
