package org.opponency.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.opponency.engine.HostTensor;
import org.opponency.models.weights.Safetensors;

/**
 * All that training needs to go on bit by bit, in one safetensors file that is written atomically
 * and knows its own digest. No generator's state is in it: see {@link Training}. The best epoch so
 * far is the log's.
 *
 * @param model the network's state
 * @param optimiser the optimiser's state
 * @param steps steps done
 * @param tally of the epoch under way
 * @param log epochs done
 * @param times what these epochs took
 * @param seconds what the epoch under way took so far
 * @param skipped training images that could not be read so far, each with the reason
 * @param dead whether the bottleneck has died, so that nothing is left to train
 */
record Snapshot(
    Map<String, HostTensor> model,
    Map<String, HostTensor> optimiser,
    int steps,
    Tally tally,
    List<EpochLog> log,
    List<EpochTime> times,
    double seconds,
    List<String> skipped,
    boolean dead) {
  private static final String MODEL = "model.";
  private static final String OPTIMISER = "optimiser.";

  /**
   * Writes it.
   *
   * @param network what it is a network of, for its metadata
   */
  void write(Path file, String run, Map<String, String> network) throws IOException {
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    model.forEach((name, tensor) -> tensors.put(MODEL + name, tensor));
    optimiser.forEach((name, tensor) -> tensors.put(OPTIMISER + name, tensor));
    Map<String, String> metadata = new HashMap<>(network);
    metadata.putAll(new TrainingNote(run, log, dead, skipped).metadata());
    metadata.put("steps", Integer.toString(steps));
    metadata.put("tally", tally.format());
    metadata.put("times", times.stream().map(EpochTime::format).collect(Collectors.joining("\n")));
    metadata.put("seconds", Double.toString(seconds));
    new Safetensors(tensors, metadata).signed().write(file);
  }

  /** Whether all weights are finite; one that is not would be no good checkpoint. */
  boolean isFinite() {
    return model.values().stream().allMatch(HostTensor::isFinite);
  }

  /**
   * Reads a snapshot.
   *
   * @throws IOException if it is not whole: a single bit that has changed is found
   * @throws IllegalStateException if it belongs to another run
   */
  static Snapshot read(Path file, String run) throws IOException {
    Safetensors content = Safetensors.read(file);
    Map<String, String> metadata = content.metadata();
    if (!metadata.containsKey(Safetensors.DIGEST)) {
      throw new IOException(file + " is damaged: it has lost its digest");
    }
    TrainedNetwork.requireRun(file, run, metadata.get(TrainingNote.RUN));
    TrainingNote note = TrainingNote.of(metadata);
    return new Snapshot(
        under(MODEL, content.tensors()),
        under(OPTIMISER, content.tensors()),
        Integer.parseInt(metadata.get("steps")),
        Tally.parse(metadata.get("tally")),
        note.log(),
        metadata.get("times").lines().map(EpochTime::parse).toList(),
        Double.parseDouble(metadata.get("seconds")),
        note.skipped(),
        note.dead());
  }

  private static Map<String, HostTensor> under(String prefix, Map<String, HostTensor> tensors) {
    Map<String, HostTensor> result = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) -> {
          if (name.startsWith(prefix)) {
            result.put(name.substring(prefix.length()), tensor);
          }
        });
    return result;
  }
}
