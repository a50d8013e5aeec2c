package org.opponency.cli;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.opponency.images.Normalisation;
import org.opponency.io.Reason;
import org.opponency.models.Checkpoint;
import org.opponency.models.VisionModel;
import org.opponency.models.script.TorchScript;
import picocli.CommandLine.Option;

/** The options by which a network of one's own comes as TorchScript in place of weights. */
final class TorchScriptOptions {
  @Option(
      names = "--script-size",
      paramLabel = "PIXELS",
      description = {
        "the file of --weights is TorchScript, which runs code of its own: give none that you do",
        "not trust; side of the pictures that it takes"
      })
  private Optional<Integer> size = Optional.empty();

  @Option(
      names = "--script-raw",
      description = "it takes pixels in [0, 1]; else they are normalised as for ImageNet before")
  private boolean raw;

  @Option(
      names = "--script-classes",
      paramLabel = "FILE",
      description = {
        "names of its classes, a line each; else those of ImageNet where it has 1,000, or numbers"
      })
  private Optional<Path> classes = Optional.empty();

  /** The network in a file, or a published one. */
  OpenNetwork open(String fileOrName, ModelsFolder models) throws IOException {
    if (size.isPresent()) {
      return script(Path.of(fileOrName), size.get());
    }
    Checkpoint checkpoint = models.read(fileOrName);
    return new OpenNetwork(VisionModel.of(checkpoint.network()), checkpoint.classes());
  }

  private OpenNetwork script(Path file, int side) throws IOException {
    List<String> names = classes.map(TorchScriptOptions::lines).orElse(List.of());
    VisionModel vision =
        TorchScript.open(file, side, raw ? Normalisation.NONE : Normalisation.IMAGENET);
    if (names.isEmpty()) {
      return new OpenNetwork(vision, Checkpoint.unnamed(vision.classes()));
    } else if (names.size() == vision.classes()) {
      return new OpenNetwork(vision, names);
    }
    vision.close();
    throw new IllegalArgumentException(
        format(
            "Expected names of %d classes in %s, a line each, got %d",
            vision.classes(), classes.get(), names.size()));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(format("Cannot read %s: %s", file, Reason.of(e)), e);
    }
  }
}
