package org.opponency.models;

import static org.opponency.io.Text.format;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.opponency.engine.Autograd;
import org.opponency.engine.HostTensor;
import org.opponency.io.Printable;
import org.opponency.models.weights.StateMismatch;

/**
 * The weights and statistics of a network under the names of PyTorch's {@code state_dict()}, in its
 * order.
 *
 * @param tree the network's layers
 */
record StateDict(ModuleTree tree) {
  private static final String BATCHES = ".num_batches_tracked";

  /** Shapes by name. */
  Map<String, long[]> shapes() {
    return collect(parameter -> parameter.getShape().getShape(), norm -> new long[0]);
  }

  /** Copies by name. */
  Map<String, HostTensor> copy() {
    return collect(
        parameter -> HostTensor.of(parameter.getArray()),
        norm -> HostTensor.ofLong(norm.batches()));
  }

  private <T> Map<String, T> collect(
      Function<Parameter, T> ofParameter, Function<BatchNorm, T> ofCount) {
    Map<String, T> state = new LinkedHashMap<>();
    tree.layers()
        .forEach(
            (path, block) -> {
              ModuleTree.own(block)
                  .forEach(
                      p -> state.put(path + "." + p.getKey(), ofParameter.apply(p.getValue())));
              if (block instanceof BatchNorm norm) {
                state.put(path + BATCHES, ofCount.apply(norm));
              }
            });
    return state;
  }

  /**
   * Replaces all of it.
   *
   * @throws IllegalArgumentException if names or shapes do not match; it names some
   */
  void load(Map<String, HostTensor> state) {
    Map<String, HostTensor> fitting = StateMismatch.fitting(shapes(), state);
    try (Autograd.Mode off = Autograd.off()) {
      tree.parameters().forEach((name, parameter) -> copy(fitting.get(name), parameter.getArray()));
    }
    count(fitting);
  }

  /** Makes layers that have no weights yet begin with these, whose names and shapes are right. */
  void begin(Map<String, HostTensor> state) {
    tree.parameters()
        .forEach((name, parameter) -> parameter.setInitializer(Initialisers.of(state.get(name))));
    count(state);
  }

  private void count(Map<String, HostTensor> state) {
    tree.batchNorms()
        .forEach(
            (path, norm) -> {
              HostTensor batches = state.get(path + BATCHES);
              if (batches != null) {
                norm.setBatches(batches.data().getLong(0));
              }
            });
  }

  /** Says which weights are no finite numbers, if any are. */
  static Optional<String> spoilt(Map<String, HostTensor> state) {
    List<String> names =
        state.entrySet().stream()
            .filter(tensor -> !tensor.getValue().isFinite())
            .map(Map.Entry::getKey)
            .toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            format(
                "Weights that are no finite numbers (NaN or infinite) lie in %s: has its training diverged?",
                Printable.firstOf(names)));
  }

  private static void copy(HostTensor from, NDArray to) {
    try (NDManager scope = to.getManager().newSubManager()) {
      NDArray source = from.toArray(scope).toType(to.getDataType(), false);
      to.set(new NDIndex("..."), source);
    }
  }
}
