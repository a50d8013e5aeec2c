package org.opponency.training;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opponency.models.weights.Safetensors;
import org.opponency.models.weights.WeightFile;

/**
 * What a file of weights says of the training behind it, as those do that were trained here.
 *
 * @param run the network, its recipe, its pictures and its seed in words
 * @param log one entry an epoch
 * @param dead whether the bottleneck died
 * @param skipped images that could not be read, each with the reason
 */
public record TrainingNote(String run, List<EpochLog> log, boolean dead, List<String> skipped) {
  static final String RUN = "run";
  private static final String LOG = "log";
  private static final String DEAD = "dead";
  private static final String SKIPPED = "skipped";

  /** Copies the lists. */
  public TrainingNote {
    log = List.copyOf(log);
    skipped = List.copyOf(skipped);
  }

  /**
   * The note in a file; none in another's, and none in one that could have been changed unnoticed.
   *
   * @throws IOException if the file cannot be read, or its note is damaged; it names the file
   */
  public static Optional<TrainingNote> in(Path weights) throws IOException {
    Map<String, String> metadata = WeightFile.map(weights).metadata();
    if (!metadata.keySet().containsAll(List.of(RUN, LOG, DEAD, SKIPPED, Safetensors.DIGEST))) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(metadata));
    } catch (RuntimeException e) { // numbers that are none, or too few of them
      throw new IOException(
          format("Cannot read what %s says of its training: %s", weights, e.getMessage()), e);
    }
  }

  static TrainingNote of(Map<String, String> metadata) {
    return new TrainingNote(
        metadata.get(RUN),
        metadata.get(LOG).lines().map(EpochLog::parse).toList(),
        Boolean.parseBoolean(metadata.get(DEAD)),
        metadata.get(SKIPPED).lines().toList());
  }

  /** The same for a file's metadata. */
  public Map<String, String> metadata() {
    Map<String, String> metadata = new HashMap<>();
    metadata.put(RUN, run);
    metadata.put(LOG, log.stream().map(EpochLog::format).collect(Collectors.joining("\n")));
    metadata.put(DEAD, Boolean.toString(dead));
    metadata.put(SKIPPED, String.join("\n", skipped));
    return metadata;
  }
}
