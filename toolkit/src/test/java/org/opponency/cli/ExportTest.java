package org.opponency.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.models.Architecture;
import org.opponency.models.Checkpoint;
import org.opponency.models.Network;
import org.opponency.models.weights.Safetensors;
import org.opponency.study.store.Origin;
import org.opponency.training.EpochLog;
import org.opponency.training.TrainingNote;

class ExportTest {
  private static final Architecture THIN = Architecture.thin(2, 3, 32);

  @TempDir private Path folder;

  private Path own() throws IOException {
    var log = List.of(new EpochLog(1, 75, 0.02, 2.1, 0.4, 1.9, 0.55));
    var note = new TrainingNote("recipe in words", log, true, List.of("a.png: broken"));
    Map<String, String> metadata = new HashMap<>(note.metadata());
    metadata.putAll(Checkpoint.metadata(THIN, List.of("fig", "lime", "plum")));
    return write(metadata, true);
  }

  private Path write(Map<String, String> metadata, boolean signed) throws IOException {
    Path file = folder.resolve("trained/model.safetensors");
    Files.createDirectories(file.getParent());
    try (Network network = Network.initialise(THIN, 3)) {
      var content = new Safetensors(network.state(), metadata);
      (signed ? content.signed() : content).write(file);
    }
    return file;
  }

  private Shell export(Path weights) {
    return Shell.run("export", "--weights=" + weights, "--out=" + folder.resolve("out"));
  }

  @Test
  void whatTheFileSaysStandsOnTheCard() throws IOException {
    Path weights = own();
    Origin.here().noteBeside(weights);
    Shell shell = export(weights);
    assertThat(shell.err()).isEmpty();
    assertThat(shell.status()).isEqualTo(0);
    String card = Files.readString(folder.resolve("out/README.md"));
    assertThat(card).contains("# out\n");
    assertThat(card).contains("recipe in words");
    assertThat(card).contains("| validation accuracy, after the last epoch | 55.0 % |");
    assertThat(card).contains("| training accuracy, as seen in the last epoch | 40.0 % |");
    assertThat(card).contains("| bottleneck | dead");
    assertThat(card).contains("| pictures that could not be read | 1 |");
    assertThat(card).contains("Trained by opponency");
    assertThat(card).contains("3 classes apart in pictures of 32 x 32 pixels");
  }

  /** The folder goes where the file did, and gives the same network, training and all. */
  @Test
  void theFolderIsReadAgain() throws IOException {
    Path weights = own();
    export(weights);
    Path out = folder.resolve("out");
    assertThat(Checkpoint.read(out)).isEqualTo(Checkpoint.read(weights));
    assertThat(TrainingNote.in(out.resolve("model.safetensors")))
        .isEqualTo(TrainingNote.in(weights));
    Path csv = folder.resolve("cells.csv");
    Shell census = Shell.run("census", "--weights=" + out, "--out=" + csv);
    assertThat(census.err()).isEmpty();
    assertThat(Files.readAllLines(csv)).hasSize(3);
  }

  @Test
  void anothersFileIsSaidToSayNothing() throws IOException {
    Shell shell = export(write(Map.of(Checkpoint.IMAGE_SIZE, "32"), false));
    assertThat(shell.status()).isEqualTo(0);
    String card = Files.readString(folder.resolve("out/README.md"));
    assertThat(card).contains("license: unknown");
    assertThat(card).contains("its file does not say");
    assertThat(card).contains("What trained it is not noted");
    assertThat(card).contains("guessed from its tensors");
    assertThat(card).doesNotContain("apache");
  }

  @Test
  void nothingOfAnEarlierNetworkStays() throws IOException {
    Path weights = own();
    Origin.here().noteBeside(weights);
    export(weights);
    Path origin = folder.resolve("out/origin.json");
    assertThat(Files.exists(origin)).isTrue();
    Files.delete(weights.resolveSibling("origin.json"));
    assertThat(export(weights).status()).isEqualTo(0);
    assertThat(Files.exists(origin)).isFalse();
  }

  @Test
  void foldersThatCannotBeAreTold() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Shell shell = Shell.run("export", "--weights=" + own(), "--out=" + file);
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err()).contains("Expected --out to lead to a folder");
    Shell empty = Shell.run("export", "--weights=" + folder, "--out=" + folder.resolve("out"));
    assertThat(empty.err()).contains("a folder with model.safetensors");
  }
}
