package org.opponency.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.Pair;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;

/** A block made of named children. The names are those of the PyTorch modules they stand for. */
abstract class Stage extends AbstractBlock {
  /** DJL puts a two-digit position in front of every child's name. */
  private static final int POSITION_DIGITS = 2;

  /** Adds a child, or nothing where {@code block} is null. */
  final void add(String name, Block block) {
    addChildBlock(name, block);
  }

  final List<String> childNames() {
    List<String> names = new ArrayList<>();
    getChildren().keys().forEach(key -> names.add(moduleName(key)));
    return names;
  }

  final boolean hasChild(String name) {
    return childNames().contains(name);
  }

  final Block child(String name) {
    for (Pair<String, Block> child : getChildren()) {
      if (moduleName(child.getKey()).equals(name)) {
        return child.getValue();
      }
    }
    throw new IllegalArgumentException("No child %s; there are %s".formatted(name, childNames()));
  }

  static String moduleName(String djlName) {
    return djlName.substring(POSITION_DIGITS);
  }

  /** The output for {@code x}, which stays open; every intermediate is released. */
  abstract NDArray forward(Pass pass, NDArray x);

  @Override
  protected final NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    Pass pass = new Pass(store, training, layer -> false);
    return new NDList(forward(pass, inputs.singletonOrThrow()));
  }
}
