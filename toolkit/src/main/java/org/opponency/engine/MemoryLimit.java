package org.opponency.engine;

import static org.opponency.io.Text.format;

import ai.djl.engine.EngineException;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.opponency.attacks.AttackProtocol;

/** Halves batches until they fit into the device's memory. */
public final class MemoryLimit {
  private MemoryLimit() {}

  /**
   * Does the work with the protocol, or with smaller batches if those do not fit. A protocol with
   * another batch size is another key: what was kept under the larger one is left alone.
   *
   * @param notice told once when a batch was halved
   * @throws EngineException if one image alone does not fit either
   */
  public static <T> T fitting(
      AttackProtocol protocol, Consumer<String> notice, Function<AttackProtocol, T> work) {
    try {
      return work.apply(protocol);
    } catch (EngineException e) {
      if (protocol.batchSize() == 1 || !isOutOfMemory(e)) {
        throw e;
      }
      AttackProtocol halved = protocol.halved();
      notice.accept(
          format(
              "A batch of %d images does not fit into memory: starting anew with %d",
              protocol.batchSize(), halved.batchSize()));
      return fitting(halved, notice, work);
    }
  }

  /** As libtorch says it of processors ("can't allocate", "not enough") and of GPUs. */
  private static boolean isOutOfMemory(EngineException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("out of memory")
        || message.contains("can't allocate memory")
        || message.contains("not enough memory");
  }
}
