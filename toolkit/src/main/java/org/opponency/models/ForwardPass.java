package org.opponency.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * One forward pass: knows the path of the layer at work, keeps the outputs that are asked for,
 * closes every other intermediate as soon as it is used up (the graph keeps what it needs itself)
 * and ends when it has all it was asked for.
 */
final class ForwardPass {
  private final ParameterStore store;
  private final boolean training;
  private final boolean padded;
  private final Set<String> wanted;
  private final Map<String, NDArray> kept = new LinkedHashMap<>();
  private final Set<NDArray> keptArrays = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<String> path = new ArrayList<>();

  ForwardPass(ParameterStore store, boolean training, Set<String> wanted) {
    this(store, training, true, wanted);
  }

  private ForwardPass(ParameterStore store, boolean training, boolean padded, Set<String> wanted) {
    this.store = store;
    this.training = training;
    this.padded = padded;
    this.wanted = wanted;
  }

  /** A pass in eval mode over a part of an image: nothing is padded, so that every map shrinks. */
  static ForwardPass unpadded(ParameterStore store, Set<String> wanted) {
    return new ForwardPass(store, false, false, wanted);
  }

  /** The output of child {@code name} of {@code stage}. */
  NDArray through(Stage stage, String name, NDArray x) {
    path.add(name);
    Block child = stage.child(name);
    NDArray y =
        child instanceof Stage inner
            ? inner.forward(this, x)
            : output(stage.window(name), child, x);
    keepIfWanted(String.join(".", path), y);
    path.remove(path.size() - 1);
    return y;
  }

  private NDArray output(Window window, Block child, NDArray x) {
    return padded
        ? child.forward(store, new NDList(x), training).singletonOrThrow()
        : window.unpadded(child, store, x);
  }

  /** What of {@code x} a shortcut beside a branch sees, whose cells have such fields in it. */
  NDArray beside(LayerField branch, NDArray x) {
    if (padded || branch.size() == 1 || x.getShape().get(2) == 1) {
      return x;
    }
    long end = x.getShape().get(2) - (branch.size() - 1 - branch.before());
    return x.get(new NDIndex(":, :, {}:{}, {}:{}", branch.before(), end, branch.before(), end));
  }

  /**
   * Sends {@code x} through children in turn until there is {@code enough}. {@code x} itself stays
   * open.
   */
  NDArray chain(Stage stage, NDArray x, List<String> names, BooleanSupplier enough) {
    NDArray h = x;
    for (String name : names) {
      NDArray next = through(stage, name, h);
      if (h != x && h != next) {
        release(h);
      }
      h = next;
      if (enough.getAsBoolean()) {
        break;
      }
    }
    return h;
  }

  /** Whether layers were asked for and each has given its output: the rest need not run. */
  boolean complete() {
    return !wanted.isEmpty() && kept.keySet().containsAll(wanted);
  }

  /** Closes an intermediate unless somebody asked for it. */
  void release(NDArray intermediate) {
    if (!keptArrays.contains(intermediate)) {
      intermediate.close();
    }
  }

  /** The outputs that were asked for, by layer, in order of execution. */
  Map<String, NDArray> kept() {
    return kept;
  }

  /** A layer that runs several times, such as a block's ReLU, is kept as it was last. */
  private void keepIfWanted(String layer, NDArray y) {
    if (wanted.contains(layer)) {
      keptArrays.add(y);
      NDArray earlier = kept.put(layer, y);
      if (earlier != null) {
        earlier.close();
      }
    }
  }
}
