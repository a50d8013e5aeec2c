package org.opponency.models;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;

/** Children one after the other: PyTorch's {@code nn.Sequential}. */
class Sequential extends Stage {
  private List<String> order = List.of();

  /** Adds the next child, a stage or an operation on each cell by itself. */
  Sequential then(String name, Block block) {
    return then(name, block, Window.POINT);
  }

  /** Adds the next child, which looks at its input through a window. */
  Sequential then(String name, Block block, Window window) {
    add(name, block, window);
    order = childNames();
    return this;
  }

  /**
   * As far as the last of some layers, given by their paths in it. It shares the blocks, so one of
   * the two is for use.
   */
  final Sequential upTo(Collection<String> layers) {
    List<String> heads = layers.stream().map(layer -> layer.split("\\.", 2)[0]).toList();
    int last = heads.stream().mapToInt(order::indexOf).max().orElse(-1);
    Sequential front = new Sequential();
    for (String name : order.subList(0, last)) {
      front.then(name, child(name), window(name));
    }
    String name = order.get(last);
    return front.then(name, part(name, layers), window(name));
  }

  /** A child, whole unless all layers that are wanted of it are known. */
  private Block part(String name, Collection<String> layers) {
    List<String> inside =
        layers.stream()
            .filter(layer -> layer.startsWith(name + "."))
            .map(layer -> layer.substring(name.length() + 1))
            .toList();
    return child(name) instanceof Sequential sequence && !layers.contains(name)
        ? sequence.upTo(inside)
        : child(name);
  }

  @Override
  final NDArray forward(ForwardPass pass, NDArray x) {
    return pass.chain(this, x, order, pass::complete);
  }

  @Override
  final LayerField field(String path, LayerField input, BiConsumer<String, LayerField> visitor) {
    return fieldOfWay(path, input, visitor);
  }

  @Override
  final List<String> way() {
    return order;
  }
}
