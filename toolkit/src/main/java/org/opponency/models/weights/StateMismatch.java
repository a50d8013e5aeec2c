package org.opponency.models.weights;

import static org.opponency.io.Text.format;

import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.opponency.engine.HostTensor;

/** Compares the tensors a network has with those a file brings. */
public final class StateMismatch {
  private StateMismatch() {}

  private static final String COUNT = "num_batches_tracked";

  /**
   * Checks names and shapes. Counts of batches may be missing, since old files lack them.
   *
   * @throws IllegalArgumentException listing every missing, unexpected and misshapen tensor, and
   *     each count that is none
   */
  public static void check(Map<String, long[]> expected, Map<String, HostTensor> found) {
    List<String> problems = new ArrayList<>();
    expected.forEach(
        (name, shape) -> {
          HostTensor other = found.get(name);
          if (other == null && !name.endsWith(COUNT)) {
            problems.add("missing " + name);
          } else if (other != null && !Arrays.equals(shape, other.shape())) {
            problems.add(
                format(
                    "wrong shape of %s: expected %s, found %s",
                    name, Arrays.toString(shape), Arrays.toString(other.shape())));
          } else if (other != null && name.endsWith(COUNT) && other.type() != DataType.INT64) {
            problems.add(format("wrong type of %s: expected int64, found %s", name, other.type()));
          }
        });
    found.keySet().stream()
        .filter(name -> !expected.containsKey(name))
        .forEach(name -> problems.add("unexpected " + name));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "These weights belong to another network:\n  " + String.join("\n  ", problems));
    }
  }
}
