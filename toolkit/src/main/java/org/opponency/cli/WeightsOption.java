package org.opponency.cli;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.opponency.images.Normalisation;
import org.opponency.models.Checkpoint;
import org.opponency.models.ModelFolder;
import org.opponency.models.VisionModel;
import org.opponency.study.Study;
import org.opponency.study.networks.Provenance;
import org.opponency.study.networks.Scale;
import org.opponency.study.store.Origin;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The option that says which network a command is about. */
final class WeightsOption {
  @Option(
      names = "--weights",
      required = true,
      paramLabel = "FILE",
      description = {
        "a network's weights: a file of PyTorch (state dict or checkpoint) or safetensors,",
        "a folder that export wrote, or the name of a published network, such as resnet50/4/0:",
        "see opponency models"
      })
  private String weights;

  @Option(
      names = "--pixels",
      paramLabel = "HOW",
      description = {
        "what another's network expects of pixels in [0, 1]: imagenet, as-is, or three means and",
        "three deviations, R,G,B,R,G,B; default: as the file says, or is guessed"
      })
  private Optional<String> pixels = Optional.empty();

  @Mixin private ModelsFolder models;

  Checkpoint read() throws IOException {
    Checkpoint checkpoint = models.read(weights);
    return pixels.map(Normalisation::named).map(checkpoint::with).orElse(checkpoint);
  }

  /** The network; its work ends before its next pass once the process is told to stop. */
  VisionModel open() throws IOException {
    return VisionModel.of(read().network(), StopSignal::obey);
  }

  /**
   * The network, be it a TorchScript file.
   *
   * @throws IllegalArgumentException if it is one and {@code --pixels} is given
   */
  OpenNetwork open(TorchScriptOptions script) throws IOException {
    if (script.given() && pixels.isPresent()) {
      throw new IllegalArgumentException(
          format(
              "Expected no --pixels with --script-size, got %s; leave it out, or give --script-raw"
                  + " for pixels as they are",
              pixels.get()));
    }
    return script.open(weights, this::read);
  }

  /** The file of weights, unless it is a published network by name. */
  Optional<Path> file() throws IOException {
    Path path = Path.of(weights);
    return Files.exists(path) ? Optional.of(ModelFolder.weights(path)) : Optional.empty();
  }

  /** What to call the network: the file's name, or the published one's. */
  String name() {
    Path file = Path.of(weights);
    return Files.exists(file) ? file.getFileName().toString() : weights;
  }

  /** Where what a command says of the network comes from. */
  Provenance provenance(VisionModel vision, String protocol, Path out) {
    return Provenance.of(
        Scale.fromEnvironment(),
        Study.SEED,
        new Provenance.Data(name(), vision.digest()),
        protocol,
        Origin.here().engine(),
        out);
  }
}
