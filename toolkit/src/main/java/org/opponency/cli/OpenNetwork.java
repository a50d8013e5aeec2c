package org.opponency.cli;

import java.util.List;
import org.opponency.models.Checkpoint;
import org.opponency.models.VisionModel;

/**
 * A network that commands ask for predictions.
 *
 * @param vision the network; it closes with this
 * @param classes what its logits are called, in their order; none for a retina alone
 */
record OpenNetwork(VisionModel vision, List<String> classes) implements AutoCloseable {
  /** One of weights; its work ends before its next pass once the process is told to stop. */
  static OpenNetwork of(Checkpoint checkpoint) {
    return new OpenNetwork(
        VisionModel.of(checkpoint.network(), StopSignal::obey), checkpoint.classes());
  }

  @Override
  public void close() {
    vision.close();
  }
}
