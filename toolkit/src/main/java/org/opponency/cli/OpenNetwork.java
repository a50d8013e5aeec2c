package org.opponency.cli;

import java.util.List;
import org.opponency.models.VisionModel;

/**
 * A network that commands ask for predictions.
 *
 * @param vision the network; it closes with this
 * @param classes what its logits are called, in their order; none for a retina alone
 */
record OpenNetwork(VisionModel vision, List<String> classes) implements AutoCloseable {
  @Override
  public void close() {
    vision.close();
  }
}
