package org.opponency.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Torchvision's {@code BasicBlock} (3x3 - 3x3) and {@code Bottleneck} (1x1 - 3x3 - 1x1, the stride
 * on the 3x3): relu(branch(x) + shortcut(x)), where the shortcut is a strided 1x1 convolution if
 * shapes change, or what {@link Ventral.ResNet.Shortcut} says.
 */
final class ResidualBlock extends Stage {
  private final List<String> branch = new ArrayList<>();
  private Optional<String> shortcut = Optional.empty();

  ResidualBlock(Ventral.ResNet resNet, int in, int channels, int stride) {
    int out = channels * resNet.expansion();
    if (resNet.bottleneck()) {
      convolution(1, channels, 1, 1);
      convolution(2, channels, 3, stride);
      convolution(3, out, 1, 1);
    } else {
      convolution(1, channels, 3, stride);
      convolution(2, out, 3, 1);
    }
    add("relu", Stateless.relu(), Window.POINT);
    if (stride != 1 || in != out) {
      shortcut = Optional.of(shortcut(resNet.shortcut(), in, out, stride));
    }
    branch.remove(branch.size() - 1);
  }

  /** The name that a shortcut has, which is added. */
  private String shortcut(Ventral.ResNet.Shortcut kind, int in, int out, int stride) {
    if (kind == Ventral.ResNet.Shortcut.PADDED) {
      add("shortcut", Stateless.padded(in, out, stride), new Window(1, stride));
      return "shortcut";
    }
    add(
        "downsample",
        new Sequential()
            .then("0", Layers.convolution(out, 1, stride), new Window(1, stride))
            .then("1", new BatchNorm()),
        Window.POINT);
    return "downsample";
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
    NDArray past = shortcut.map(name -> pass.through(this, name, seen)).orElse(seen);
    NDArray y = pass.chain(this, x, branch, () -> false);
    NDArray sum = y.add(past);
    pass.release(y);
    for (NDArray beside : List.of(seen, past)) {
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
    LayerField field = fieldOfWay(path, input, visitor);
    LayerField past = shortcut.map(name -> field(path, name, input, visitor)).orElse(input);
    return field(path, "relu", field.union(past), visitor);
  }

  /** The branch; the ReLU runs several times. */
  @Override
  List<String> way() {
    return branch;
  }

  /** Name of the child past the branch; none where the input itself goes past. */
  Optional<String> shortcut() {
    return shortcut;
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
    super.initializeChildBlocks(manager, type, inputs);
    shortcut.ifPresent(name -> child(name).initialize(manager, type, inputs));
  }
}
