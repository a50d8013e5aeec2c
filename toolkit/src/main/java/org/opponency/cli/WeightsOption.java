package org.opponency.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opponency.models.Checkpoint;
import org.opponency.models.VisionModel;
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
        "or the name of a published network, such as resnet50/4/0: see opponency models"
      })
  private String weights;

  @Mixin private ModelsFolder models;

  Checkpoint read() throws IOException {
    return models.read(weights);
  }

  /** The network; its work ends before its next pass once the process is told to stop. */
  VisionModel open() throws IOException {
    return VisionModel.of(read().network(), StopSignal::obey);
  }

  /** The network, be it a TorchScript file. */
  OpenNetwork open(TorchScriptOptions script) throws IOException {
    return script.open(weights, models);
  }

  /** What to call the network: the file's name, or the published one's. */
  String name() {
    Path file = Path.of(weights);
    return Files.exists(file) ? file.getFileName().toString() : weights;
  }
}
