package org.opponency.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.util.List;

/** Children one after the other: PyTorch's {@code nn.Sequential}. */
class Sequence extends Stage {
  private List<String> order;

  /** Adds the next child. */
  Sequence then(String name, Block block) {
    add(name, block);
    order = childNames();
    return this;
  }

  @Override
  final NDArray forward(Pass pass, NDArray x) {
    return pass.chain(this, x, order);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
    Shape[] shapes = inputs;
    for (Block child : getChildren().values()) {
      child.initialize(manager, type, shapes);
      shapes = child.getOutputShapes(shapes);
    }
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    Shape[] shapes = inputs;
    for (Block child : getChildren().values()) {
      shapes = child.getOutputShapes(shapes);
    }
    return shapes;
  }
}
