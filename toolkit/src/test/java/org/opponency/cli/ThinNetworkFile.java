package org.opponency.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.opponency.engine.HostTensor;
import org.opponency.models.Architecture;
import org.opponency.models.Checkpoint;
import org.opponency.models.Network;
import org.opponency.models.weights.Safetensors;

/** Files of networks with random weights, for pictures of 32 pixels and six classes. */
final class ThinNetworkFile {
  /** Two cells in the bottleneck. */
  static final Architecture THIN = Architecture.thin(2, 6, 32);

  private ThinNetworkFile() {}

  static void write(Path file, Architecture architecture) throws IOException {
    write(file, architecture, weights -> {});
  }

  /** The same, some of its weights replaced. */
  static void write(Path file, Architecture architecture, Consumer<Map<String, HostTensor>> change)
      throws IOException {
    try (Network network = Network.initialise(architecture, 0)) {
      Map<String, HostTensor> weights = network.state();
      change.accept(weights);
      new Safetensors(weights, Map.of(Checkpoint.IMAGE_SIZE, "32")).write(file);
    }
  }
}
