package org.opponency.cli;

import static com.google.common.truth.Truth.assertThat;

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

class AttackNetworkTest {
  @TempDir private Path folder;
  private Path weights;
  private Path images;
  private Path out;

  @BeforeEach
  void prepare() throws IOException {
    weights = folder.resolve("network.safetensors");
    images = folder.resolve("images");
    out = folder.resolve("robustness.csv");
    for (String name : List.of("lime", "pear")) {
      Path own = Files.createDirectories(images.resolve(name));
      Photographs.write(own.resolve("1.png"), name.equals("lime") ? 0x30c030 : 0xc0b020);
      Photographs.write(own.resolve("2.png"), name.equals("lime") ? 0x209020 : 0x908010);
    }
    try (Network network = Network.initialise(Architecture.thin(2, 3, 32), 0)) {
      var metadata = Map.of(Checkpoint.CLASSES, "apple\nlime\npear", Checkpoint.IMAGE_SIZE, "32");
      new Safetensors(network.state(), metadata).write(weights);
    }
  }

  private Shell attack(String... more) {
    List<String> arguments = new ArrayList<>(List.of("attack", "--weights", weights.toString()));
    arguments.addAll(List.of("--images", images.toString(), "--out", out.toString()));
    arguments.addAll(List.of(more));
    return Shell.run(arguments.toArray(String[]::new));
  }

  @Test
  void writesACurveAndItsHealth() throws IOException {
    Shell attack = attack("--attacks", "fgsm,bim", "--epsilons", "0,0.01,0.1", "--mode", "full");
    assertThat(attack.err()).contains("4 images: at most 124 gradients");
    assertThat(attack.status()).isEqualTo(0);
    assertThat(attack.out()).contains("epsilon 0 gives clean accuracy");
    assertThat(attack.out()).containsMatch("needs noise and PGD in mode full +did not run");
    List<String> lines = Files.readAllLines(out);
    assertThat(lines.get(0)).isEqualTo("attack,epsilon,images,accuracy");
    assertThat(lines).hasSize(1 + 3 * 3);
    assertThat(lines.get(1)).startsWith("worst case,0.0,4,");
    assertThat(lines.get(4)).startsWith("fgsm,0.0,4,");
    assertThat(lines.get(9)).startsWith("bim,0.1,4,");
  }

  @Test
  void classesOfCifar10AreKnownByName() throws IOException {
    try (Network network = Network.initialise(Architecture.cifar10(2, 2), 0)) {
      new Safetensors(network.state(), Map.of()).write(weights);
    }
    images = folder.resolve("animals");
    Photographs.write(images.resolve("cat/1.png"), 0x30c030);
    Photographs.write(images.resolve("frog/1.png"), 0xc0b020);
    Shell attack = attack("--attacks", "fgsm", "--epsilons", "0");
    assertThat(attack.status()).isEqualTo(0);
    assertThat(Files.readAllLines(out).get(1)).startsWith("worst case,0.0,2,");
  }

  @Test
  void torchScriptIsAttackedToo() throws IOException {
    weights = Shell.torchScript();
    images = folder.resolve("animals");
    Photographs.write(images.resolve("cat/1.png"), 0x30c030);
    Photographs.write(images.resolve("frog/1.png"), 0xc0b020);
    Shell attack = attack("--script-size=32", "--epsilons=0,0.01");
    assertThat(attack.status()).isEqualTo(0);
    assertThat(Files.readAllLines(out)).hasSize(3);
  }

  @Test
  void aSecondRunReadsBackWhatTheFirstFound() throws IOException {
    String[] options = {"--attacks", "pgd-l2", "--epsilons", "0.5"};
    assertThat(attack(options).status()).isEqualTo(0);
    List<String> first = Files.readAllLines(out);
    assertThat(attack(options).status()).isEqualTo(0);
    assertThat(Files.readAllLines(out)).isEqualTo(first);
    assertThat(Files.isDirectory(folder.resolve("robustness.csv.kept"))).isTrue();
  }

  @Test
  void badInputSaysWhatWasExpected() throws IOException {
    assertThat(attack("--attacks", "fgsm,cw").err()).contains("got \"cw\"");
    assertThat(attack("--epsilons", "0.1,0.01").err()).contains("Expected rising epsilons");
    assertThat(attack("--mode", "all").err()).contains("full, worst-case, cumulative");
    Files.createDirectory(images.resolve("plum"));
    Photographs.write(images.resolve("plum/1.png"), 0x800080);
    Shell stranger = attack();
    assertThat(stranger.status()).isEqualTo(2);
    assertThat(stranger.err()).contains("has the classes [plum], which are not among");
  }
}
