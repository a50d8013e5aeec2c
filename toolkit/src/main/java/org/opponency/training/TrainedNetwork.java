package org.opponency.training;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opponency.engine.HostTensor;
import org.opponency.models.Checkpoint;
import org.opponency.models.weights.Safetensors;

/**
 * What a training run leaves behind.
 *
 * @param weights safetensors file with PyTorch's names
 * @param log one entry an epoch
 * @param dead whether the bottleneck died: Retina-2 silent on every validation image, so that
 *     nothing reaches the ventral stream and no gradient comes back
 * @param skipped images of either set that could not be read, each with the reason
 */
public record TrainedNetwork(Path weights, List<EpochLog> log, boolean dead, List<String> skipped) {
  /** Copies the lists. */
  public TrainedNetwork {
    log = List.copyOf(log);
    skipped = List.copyOf(skipped);
  }

  /** The last epoch's entry. */
  public EpochLog last() {
    return log.get(log.size() - 1);
  }

  /** The entry with the highest validation accuracy, the first where there are several. */
  public EpochLog best() {
    return best(log);
  }

  static EpochLog best(List<EpochLog> log) {
    return log.stream()
        .reduce((best, next) -> next.validationAccuracy() > best.validationAccuracy() ? next : best)
        .orElseThrow();
  }

  /**
   * Writes the weights with all of it.
   *
   * @param network what they are the weights of: see {@link Checkpoint#metadata}
   */
  void write(Map<String, HostTensor> state, String run, Map<String, String> network)
      throws IOException {
    Map<String, String> metadata = new HashMap<>(network);
    metadata.putAll(new TrainingNote(run, log, dead, skipped).metadata());
    new Safetensors(state, metadata).signed().write(weights);
  }

  static TrainedNetwork read(Path weights, String run) throws IOException {
    Map<String, String> metadata = Safetensors.read(weights).metadata();
    try {
      Checkpoint.requireWhole(metadata);
    } catch (IllegalArgumentException e) {
      throw new IOException(format("Cannot read %s: %s", weights, e.getMessage()), e);
    }
    requireRun(weights, run, metadata.get(TrainingNote.RUN));
    TrainingNote note = TrainingNote.of(metadata);
    return new TrainedNetwork(weights, note.log(), note.dead(), note.skipped());
  }

  /** Refuses a file that another run has written: a stale result is worse than none. */
  static void requireRun(Path file, String expected, String found) {
    if (!expected.equals(found)) {
      throw new IllegalStateException(
          format(
              "%s was written by another run.\n"
                  + "Expected: %s\n"
                  + "Found: %s\n"
                  + "Move it away to train anew.",
              file, expected, found));
    }
  }
}
