package org.opponency.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Compares the tensors a network has with those a file brings. */
final class StateMismatch {
  private StateMismatch() {}

  /**
   * Checks names and shapes. Counts of batches may be missing, since old files lack them.
   *
   * @throws IllegalArgumentException listing every missing, unexpected and misshapen tensor
   */
  static void check(Map<String, HostTensor> expected, Map<String, HostTensor> found) {
    List<String> problems = new ArrayList<>();
    expected.forEach(
        (name, tensor) -> {
          HostTensor other = found.get(name);
          if (other == null && !name.endsWith("num_batches_tracked")) {
            problems.add("missing " + name);
          } else if (other != null && !Arrays.equals(tensor.shape(), other.shape())) {
            problems.add(
                "wrong shape of %s: expected %s, found %s"
                    .formatted(
                        name, Arrays.toString(tensor.shape()), Arrays.toString(other.shape())));
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
