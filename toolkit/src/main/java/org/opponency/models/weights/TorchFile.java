package org.opponency.models.weights;

import static org.opponency.io.Text.format;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opponency.engine.HostTensor;
import org.opponency.io.Printable;

/**
 * The weights in a file of {@code torch.save}, new format or old, without running anything of it.
 * The file may hold a state dict, a dict of state dicts (one a module) or a training checkpoint
 * with either under a key; whatever else is in it, such as an optimiser's state, is not read.
 */
final class TorchFile {
  /** Keys under which training checkpoints keep their weights. */
  private static final List<String> WEIGHTS =
      List.of("state_dict", "model_state_dict", "model", "net", "network", "model_state");

  private static final int DEEPEST = 16;
  private static final int LONGEST_NAME = 128;

  /** Views may overlap and bfloat16 doubles; beyond that, tensors are no larger than their file. */
  private static final int LARGEST_GROWTH = 4;

  private final TorchArchive archive;
  private final Map<String, TorchTensor> tensors = new LinkedHashMap<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private TorchFile(TorchArchive archive) {
    this.archive = archive;
  }

  /** Whether a file begins as one of {@code torch.save} does. */
  static boolean begins(ByteBuffer file) {
    return StoredZip.begins(file) || TorchLegacy.begins(file);
  }

  /**
   * Reads what a file holds.
   *
   * @param file the whole file, little-endian
   * @throws RuntimeException if it is damaged, or no dict
   */
  static TorchFile of(ByteBuffer file) {
    TorchFile content =
        new TorchFile(StoredZip.begins(file) ? TorchZip.of(file) : TorchLegacy.of(file));
    content.collect("", weights(content.dict()), 0);
    content.requireSizeOf(file);
    return content;
  }

  /** The tensors by name, in the file's order; views of the file where it has them as they are. */
  Map<String, HostTensor> tensors() {
    Map<String, HostTensor> views = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) -> views.put(name, tensor.read(archive.bytes(tensor.storage()))));
    return views;
  }

  /** That there is more in the file than weights, if there is. */
  List<String> notices() {
    return archive.strangers().isEmpty()
        ? List.of()
        : List.of(
            format(
                "Beside its weights the file asks for %s: nothing of it was built or run",
                Printable.firstOf(archive.strangers())));
  }

  private Map<String, Object> dict() {
    if (archive.root() == Stranger.INSTANCE) {
      throw new IllegalArgumentException(
          format(
              "it holds no weights but an object that asks for %s: nothing of it was run. Save model.state_dict() instead",
              Printable.firstOf(archive.strangers())));
    }
    return TorchClasses.map(archive.root());
  }

  private static Map<String, Object> weights(Map<String, Object> dict) {
    return WEIGHTS.stream()
        .map(dict::get)
        .filter(Map.class::isInstance)
        .findFirst()
        .map(TorchClasses::map)
        .orElse(dict);
  }

  /** Walks dicts of dicts. One that is met twice would make the walk long, or endless. */
  private void collect(String prefix, Map<String, Object> dict, int depth) {
    if (depth > DEEPEST || !seen.add(dict)) {
      throw new IllegalArgumentException(
          format("its dicts lie more than %d deep or inside each other", DEEPEST));
    }
    dict.forEach(
        (key, value) -> {
          if (value instanceof TorchTensor tensor) {
            tensors.put(name(prefix, key), tensor);
          } else if (value instanceof Map) {
            collect(name(prefix, key) + ".", TorchClasses.map(value), depth + 1);
          }
        });
  }

  /** A long prefix would be repeated in the name of every tensor below it. */
  private static String name(String prefix, String key) {
    if (prefix.length() + key.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          format("a tensor's name is longer than %d characters", LONGEST_NAME));
    }
    return prefix + key;
  }

  private void requireSizeOf(ByteBuffer file) {
    long total = tensors.values().stream().mapToLong(TorchTensor::bytes).reduce(0, Math::addExact);
    if (total > (long) LARGEST_GROWTH * file.limit()) {
      throw new IllegalArgumentException(
          format("its tensors claim %,d bytes; the file has %,d", total, file.limit()));
    }
  }
}
