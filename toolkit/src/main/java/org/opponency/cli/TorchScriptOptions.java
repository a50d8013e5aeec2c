package org.opponency.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.opponency.images.LabelSpace;
import org.opponency.images.Normalisation;
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

  /** Whether the file is TorchScript. */
  boolean given() {
    return size.isPresent();
  }

  /** How weights are read that are no TorchScript. */
  interface Weights {
    Checkpoint read() throws IOException;
  }

  /** The network in the file, if it is TorchScript, or of other weights. */
  OpenNetwork open(String file, Weights others) throws IOException {
    return size.isPresent() ? script(Path.of(file), size.get()) : OpenNetwork.of(others.read());
  }

  private OpenNetwork script(Path file, int side) throws IOException {
    VisionModel vision =
        TorchScript.open(file, side, raw ? Normalisation.NONE : Normalisation.IMAGENET);
    try {
      int count = vision.classes();
      return new OpenNetwork(
          vision,
          classes
              .map(list -> LabelSpace.namesIn(list, count))
              .orElseGet(() -> Checkpoint.unnamed(count)));
    } catch (RuntimeException e) {
      vision.close();
      throw e;
    }
  }
}
