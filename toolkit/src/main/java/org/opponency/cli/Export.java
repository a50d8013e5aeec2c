package org.opponency.cli;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.opponency.archive.NetworkCard;
import org.opponency.models.Checkpoint;
import org.opponency.models.ModelFolder;
import org.opponency.study.store.Origin;
import org.opponency.training.TrainingNote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code opponency export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a network as a folder that PyTorch alone opens and a model hub takes: its weights as",
      "safetensors, config.json, a Python module that rebuilds it, and a card. The folder goes",
      "where a file of weights may."
    })
final class Export implements Callable<Integer> {
  @Mixin private WeightsOption weights;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "where the files go; it is made where there is none, earlier ones are replaced")
  private Path out;

  @Mixin private Terminal terminal;

  @Override
  public Integer call() throws IOException {
    Path folder = OutputFile.folder(out);
    Checkpoint network = weights.read();
    Optional<Path> file = weights.file();
    Optional<TrainingNote> training =
        file.isPresent() ? TrainingNote.in(file.get()) : Optional.empty();
    Origin origin = file.map(Origin::beside).orElse(Origin.UNKNOWN);
    String title = folder.toAbsolutePath().normalize().getFileName().toString();
    ModelFolder.write(
        folder,
        network,
        training.map(TrainingNote::metadata).orElse(Map.of()),
        NetworkCard.of(title, weights.name(), network, training, origin));
    Path written = folder.resolve(ModelFolder.WEIGHTS);
    if (origin.equals(Origin.UNKNOWN)) {
      Files.deleteIfExists(Origin.fileBeside(written)); // of what was exported to here before
    } else {
      origin.noteBeside(written);
    }
    terminal.out().println(format("%s: load() of %s gives it", folder, ModelFolder.MODULE));
    return 0;
  }
}
