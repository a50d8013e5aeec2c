package org.opponency.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opponency.models.HostTensor;
import org.opponency.models.Safetensors;

/**
 * All that training needs to go on bit by bit, in one safetensors file that is replaced atomically.
 *
 * @param model the network's state
 * @param optimiser the optimiser's state
 * @param steps steps done
 * @param tally of the epoch under way
 * @param log epochs done
 * @param skipped training images that could not be read so far, each with the reason
 * @param dead whether the bottleneck has died, so that nothing is left to train
 */
record Snapshot(
    Map<String, HostTensor> model,
    Map<String, HostTensor> optimiser,
    int steps,
    Tally tally,
    List<EpochLog> log,
    List<String> skipped,
    boolean dead) {
  private static final String MODEL = "model.";
  private static final String OPTIMISER = "optimiser.";

  void write(Path file, String run) throws IOException {
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    model.forEach((name, tensor) -> tensors.put(MODEL + name, tensor));
    optimiser.forEach((name, tensor) -> tensors.put(OPTIMISER + name, tensor));
    Map<String, String> metadata =
        Map.of(
            "run", run,
            "steps", Integer.toString(steps),
            "tally", tally.format(),
            "log", TrainedNetwork.format(log),
            "skipped", String.join("\n", skipped),
            "dead", Boolean.toString(dead));
    new Safetensors(tensors, metadata).write(file);
  }

  /**
   * Reads a snapshot.
   *
   * @throws IllegalStateException if it belongs to another run
   */
  static Snapshot read(Path file, String run) throws IOException {
    Safetensors content = Safetensors.read(file);
    Map<String, String> metadata = content.metadata();
    TrainedNetwork.requireRun(file, run, metadata.get("run"));
    return new Snapshot(
        under(MODEL, content.tensors()),
        under(OPTIMISER, content.tensors()),
        Integer.parseInt(metadata.get("steps")),
        Tally.parse(metadata.get("tally")),
        TrainedNetwork.parse(metadata.get("log")),
        metadata.get("skipped").lines().toList(),
        Boolean.parseBoolean(metadata.get("dead")));
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
