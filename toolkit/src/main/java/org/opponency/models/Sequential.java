package org.opponency.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.util.List;
import java.util.function.BiConsumer;

/** Children one after the other: PyTorch's {@code nn.Sequential}. */
public class Sequential extends Stage {
  private List<String> order;

  /** Adds the next child, a stage or an operation on each cell by itself. */
  public Sequential then(String name, Block block) {
    return then(name, block, Window.POINT);
  }

  /** Adds the next child, which looks at its input through a window. */
  public Sequential then(String name, Block block, Window window) {
    add(name, block, window);
    order = childNames();
    return this;
  }

  @Override
  final NDArray forward(ForwardPass pass, NDArray x) {
    return pass.chain(this, x, order, pass::complete);
  }

  @Override
  final LayerField field(String path, LayerField input, BiConsumer<String, LayerField> visitor) {
    LayerField field = input;
    for (String name : order) {
      field = field(path, name, field, visitor);
    }
    return field;
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
