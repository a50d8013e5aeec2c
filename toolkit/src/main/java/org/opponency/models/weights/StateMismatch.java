package org.opponency.models.weights;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opponency.engine.HostTensor;
import org.opponency.io.Printable;

/** Compares the tensors a network has with those a file brings. */
public final class StateMismatch {
  private static final String COUNT = "num_batches_tracked";
  private static final int SHOWN = 3;

  private final List<String> missing = new ArrayList<>();
  private final List<String> misshapen = new ArrayList<>();
  private final List<String> unexpected = new ArrayList<>();

  private StateMismatch() {}

  /**
   * The tensors that a file brings, if their names and shapes are the network's. Counts of batches
   * may be missing, since old files lack them, and come as PyTorch takes them: as a number of any
   * type or a row of one, of which here comes an int64.
   *
   * @throws IllegalArgumentException naming some of the missing, unexpected and misshapen tensors
   */
  public static Map<String, HostTensor> fitting(
      Map<String, long[]> expected, Map<String, HostTensor> found) {
    Map<String, HostTensor> fitting = new LinkedHashMap<>(found);
    fitting.replaceAll((name, tensor) -> name.endsWith(COUNT) ? count(tensor) : tensor);
    StateMismatch mismatch = new StateMismatch();
    expected.forEach((name, shape) -> mismatch.compare(name, shape, fitting.get(name)));
    fitting.keySet().stream()
        .filter(name -> !expected.containsKey(name))
        .forEach(mismatch.unexpected::add);
    mismatch.refuse();
    return fitting;
  }

  private void compare(String name, long[] shape, HostTensor other) {
    if (other == null && !name.endsWith(COUNT)) {
      missing.add(name);
    } else if (other != null && !Arrays.equals(shape, other.shape())) {
      misshapen.add(
          name
              + ": expected "
              + Arrays.toString(shape)
              + ", found "
              + Arrays.toString(other.shape()));
    }
  }

  private void refuse() {
    StringBuilder problems = new StringBuilder();
    list(problems, "missing ", missing);
    list(problems, "wrong shape of ", misshapen);
    list(problems, "unexpected ", unexpected);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("These weights belong to another network:" + problems);
    }
  }

  private static void list(StringBuilder text, String what, List<String> names) {
    names.stream()
        .limit(SHOWN)
        .forEach(name -> text.append("\n  ").append(what).append(Printable.name(name)));
    if (names.size() > SHOWN) {
      text.append("\n  ").append(what).append(names.size() - SHOWN).append(" more");
    }
  }

  private static HostTensor count(HostTensor tensor) {
    boolean single =
        tensor.shape().length < 2 && Arrays.stream(tensor.shape()).allMatch(n -> n == 1);
    if (!single || tensor.shape().length == 0 && tensor.type() == DataType.INT64) {
      return tensor;
    }
    try (NDManager scope = NDManager.newBaseManager(Device.cpu())) {
      return HostTensor.ofLong(
          tensor.toArray(scope).toType(DataType.INT64, false).toLongArray()[0]);
    }
  }
}
