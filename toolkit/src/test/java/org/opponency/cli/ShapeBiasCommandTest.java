package org.opponency.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.models.Architecture;
import org.opponency.models.Checkpoint;
import org.opponency.models.Network;
import org.opponency.models.weights.Safetensors;
import org.opponency.study.Photographs;

class ShapeBiasCommandTest {
  @TempDir private Path folder;

  @Test
  void decisionsAloneAreEnough() throws IOException {
    Path csv =
        Files.writeString(
            folder.resolve("decisions.csv"),
            "image,decision\nbear1-cat1,bear\nbear2-cat1,cat\ncat1-bear2,bear\ncat1-bear3,dog\n");
    Shell shell = Shell.run("shape-bias", "--decisions", csv.toString());
    assertThat(shell.err()).isEmpty();
    assertThat(shell.status()).isEqualTo(0);
    assertThat(shell.out()).containsMatch("bear +2 +0 +0 +1 +1 +0 +50\\.0 %");
    assertThat(shell.out()).containsMatch("(?m)^ +4 +0 +0 +1 +2 +1 +33\\.3 %");
  }

  @Test
  void decisionsComeAsOtherProgramsWriteThem() throws IOException {
    String rows = "image,decision\nbear1-cat1,Bear\nbear2-cat1, CAT\n";
    Shell marked = decisions(write("marked.csv", "\uFEFF" + rows));
    assertThat(marked.err()).isEmpty();
    assertThat(marked.out()).containsMatch("bear +2 +0 +0 +1 +1 +0 +50\\.0 %");
  }

  @Test
  void folderHoldsAnObserverAFile() throws IOException {
    write("people/ann.csv", "image,decision\nbear1-cat1,bear\nbear2-cat1,cat\n");
    write("people/bob.csv", "image,decision\nbear1-cat1,bear\nbear2-cat1,bear\n");
    Shell people = decisions(folder.resolve("people"));
    assertThat(people.err()).isEmpty();
    assertThat(people.out()).containsMatch("ann\\.csv +2 +0 +0 +1 +1 +0 +50\\.0 %");
    assertThat(people.out()).containsMatch("bob\\.csv +2 +0 +0 +2 +0 +0 +100\\.0 %");
    assertThat(people.out()).containsMatch("all together +4 +0 +0 +3 +1 +0 +75\\.0 %");
    // Right and wrong against twice right: as often alike as by chance.
    assertThat(people.out())
        .containsMatch("ann\\.csv +bob\\.csv +2 +0 +0\\.5000 +0\\.5000 +0\\.000\\b");
  }

  @Test
  void whatCannotBeReadSaysWhy() throws IOException {
    Path latin = folder.resolve("latin.csv");
    Files.write(
        latin, "image,decision\nb\u00e4r1-cat1,cat\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(decisions(latin).err()).contains(latin + ": it is no text in UTF-8");
    Path gone = folder.resolve("gone.csv");
    assertThat(decisions(gone).err()).contains(gone + ": there is no such file");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(decisions(empty).err()).contains("Expected .csv files of decisions in the folder");
  }

  private static Shell decisions(Path file) {
    return Shell.run("shape-bias", "--decisions", file.toString());
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void networkIsAskedInTheCategoriesItCovers() throws IOException {
    Path weights = network("n02056570\nn02099601\nn07747607"); // bird, dog, none
    for (String name : new String[] {"bird/bird1-dog1", "dog/dog1-bird2", "bird/bird1-oven1"}) {
      Photographs.write(folder.resolve("stimuli/" + name + ".png"), name.hashCode());
    }
    Shell shell = measure(weights);
    assertThat(shell.err()).contains("Pictures: as is at 32x32, else");
    assertThat(shell.status()).isEqualTo(0);
    // Two answers: every decision is for either cue; the oven is left out.
    assertThat(shell.out()).containsMatch("(?m)^ +3 +0 +1 +\\d +\\d +0 ");
  }

  @Test
  void networkIsComparedWithPeople() throws IOException {
    Path weights = network("n02056570\nn02099601\nn07747607");
    for (String name : new String[] {"bird/bird1-dog1", "dog/dog1-bird2"}) {
      Photographs.write(folder.resolve("stimuli/" + name + ".png"), name.hashCode());
    }
    write("people/ann.csv", "image,decision\nbird1-dog1,bird\ndog1-bird2,bird\n");
    Shell shell =
        Shell.run(
            "shape-bias",
            "--weights=" + weights,
            "--stimuli=" + folder.resolve("stimuli"),
            "--people=" + folder.resolve("people"));
    assertThat(shell.status()).isEqualTo(0);
    assertThat(shell.out()).containsMatch("(?m)^network +ann\\.csv +2 +0 ");
  }

  @Test
  void torchScriptIsAskedToo() throws IOException {
    Photographs.write(folder.resolve("stimuli/bird/bird1-dog1.png"), 1);
    Path names = write("names", "n02056570\nn02099601\na\nb\nc\nd\ne\nf\ng\nh\n");
    Shell shell =
        Shell.run(
            "shape-bias",
            "--weights=" + Shell.torchScript(),
            "--stimuli=" + folder.resolve("stimuli"),
            "--script-size=32",
            "--script-classes=" + names);
    assertThat(shell.err()).contains("Pictures: as is at 32x32, else");
    assertThat(shell.status()).isEqualTo(0);
    assertThat(shell.out()).containsMatch("(?m)^ +1 +0 +0 +[01] +[01] +0 ");
  }

  @Test
  void networkWithoutCategoriesIsRefused() throws IOException {
    Photographs.write(folder.resolve("stimuli/bird/bird1-dog1.png"), 1);
    Shell shell = measure(network("fig\nlime\nplum"));
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err()).contains("None of the 3 classes");
  }

  @Test
  void bothOrNeitherSourceIsRefused() {
    assertThat(Shell.run("shape-bias").status()).isEqualTo(2);
    assertThat(Shell.run("shape-bias", "--weights", "w").status()).isEqualTo(2);
    assertThat(Shell.run("shape-bias", "--decisions", "gone.csv").status()).isEqualTo(2);
  }

  private Shell measure(Path weights) {
    return Shell.run(
        "shape-bias",
        "--weights",
        weights.toString(),
        "--stimuli",
        folder.resolve("stimuli").toString());
  }

  private Path network(String classes) throws IOException {
    Path weights = folder.resolve("network.safetensors");
    try (Network network = Network.initialise(Architecture.thin(1, 3, 32), 0)) {
      var metadata = Map.of(Checkpoint.CLASSES, classes, Checkpoint.IMAGE_SIZE, "32");
      new Safetensors(network.state(), metadata).write(weights);
    }
    return weights;
  }
}
