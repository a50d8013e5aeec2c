package org.opponency.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Torchvision's {@code BasicBlock} (3x3 - 3x3) and {@code Bottleneck} (1x1 - 3x3 - 1x1, the stride
 * on the 3x3): relu(branch(x) + shortcut(x)), where the shortcut is a strided 1x1 convolution if
 * shapes change.
 */
public final class ResidualBlock extends Stage {
  private final List<String> branch = new ArrayList<>();

  ResidualBlock(boolean bottleneck, int in, int channels, int out, int stride) {
    if (bottleneck) {
      convolution(1, channels, 1, 1);
      convolution(2, channels, 3, stride);
      convolution(3, out, 1, 1);
    } else {
      convolution(1, channels, 3, stride);
      convolution(2, out, 3, 1);
    }
    add("relu", Stateless.relu(), Window.POINT);
    if (stride != 1 || in != out) {
      add(
          "downsample",
          new Sequential()
              .then("0", Layers.convolution(out, 1, stride), new Window(1, stride))
              .then("1", new BatchNorm()),
          Window.POINT);
    }
    branch.remove(branch.size() - 1);
  }

  /** conv - bn - relu; torchvision uses one ReLU module three times. */
  private void convolution(int position, int out, int kernel, int stride) {
    add("conv" + position, Layers.convolution(out, kernel, stride), new Window(kernel, stride));
    add("bn" + position, new BatchNorm(), Window.POINT);
    branch.addAll(List.of("conv" + position, "bn" + position, "relu"));
  }

  @Override
  NDArray forward(ForwardPass pass, NDArray x) {
    NDArray seen = pass.beside(branchField(), x);
    NDArray shortcut = hasDownsample() ? pass.through(this, "downsample", seen) : seen;
    NDArray y = pass.chain(this, x, branch, () -> false);
    NDArray sum = y.add(shortcut);
    pass.release(y);
    for (NDArray beside : List.of(seen, shortcut)) {
      if (beside != x) {
        pass.release(beside);
      }
    }
    NDArray result = pass.through(this, "relu", sum);
    sum.close();
    return result;
  }

  /** What a cell at the end of the branch sees of the block's input. */
  private LayerField branchField() {
    LayerField field = LayerField.PIXEL;
    for (String name : branch) {
      field = field.through(window(name));
    }
    return field;
  }

  @Override
  LayerField field(String path, LayerField input, BiConsumer<String, LayerField> visitor) {
    LayerField field = input;
    for (String name : branch) {
      field = field(path, name, field, visitor);
    }
    LayerField shortcut = hasDownsample() ? field(path, "downsample", input, visitor) : input;
    return field(path, "relu", field.union(shortcut), visitor);
  }

  /**
   * Names of the children on the branch, in the order in which they run; the ReLU several times.
   */
  public List<String> branch() {
    return branch;
  }

  public boolean hasDownsample() {
    return hasChild("downsample");
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
    Shape[] shapes = inputs;
    for (String name : branch) {
      child(name).initialize(manager, type, shapes);
      shapes = child(name).getOutputShapes(shapes);
    }
    if (hasDownsample()) {
      child("downsample").initialize(manager, type, inputs);
    }
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    Shape[] shapes = inputs;
    for (String name : branch) {
      shapes = child(name).getOutputShapes(shapes);
    }
    return shapes;
  }
}
