package org.opponency.models;

import static org.opponency.io.Text.format;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.Pair;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** A block made of named children. The names are those of the PyTorch modules they stand for. */
abstract class Stage extends AbstractBlock {
  /** DJL puts a two-digit position in front of every child's name. */
  private static final int POSITION_DIGITS = 2;

  private final Map<String, Window> windows = new HashMap<>();

  /** Adds a child that looks at its input through a window. */
  final void add(String name, Block block, Window window) {
    addChildBlock(name, block);
    windows.put(name, window);
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
    throw new IllegalArgumentException(format("No child %s; there are %s", name, childNames()));
  }

  final Window window(String name) {
    return windows.get(name);
  }

  static String moduleName(String djlName) {
    return djlName.substring(POSITION_DIGITS);
  }

  /**
   * The receptive field of this stage's output.
   *
   * @param path of the stage, empty for the network
   * @param input the receptive field of its input
   * @param visitor receives path and field of every layer in the stage
   */
  abstract LayerField field(String path, LayerField input, BiConsumer<String, LayerField> visitor);

  final LayerField field(
      String path, String name, LayerField input, BiConsumer<String, LayerField> visitor) {
    String layer = path.isEmpty() ? name : path + "." + name;
    LayerField output =
        child(name) instanceof Stage stage
            ? stage.field(layer, input, visitor)
            : input.through(window(name));
    visitor.accept(layer, output);
    return output;
  }

  /** The children from input to output, in the order in which they run; one may do so again. */
  abstract List<String> way();

  /** The receptive field at the end of {@link #way}. */
  final LayerField fieldOfWay(
      String path, LayerField input, BiConsumer<String, LayerField> visitor) {
    LayerField field = input;
    for (String name : way()) {
      field = field(path, name, field, visitor);
    }
    return field;
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
    Shape[] shapes = inputs;
    for (String name : way()) {
      child(name).initialize(manager, type, shapes);
      shapes = child(name).getOutputShapes(shapes);
    }
  }

  @Override
  public final Shape[] getOutputShapes(Shape[] inputs) {
    Shape[] shapes = inputs;
    for (String name : way()) {
      shapes = child(name).getOutputShapes(shapes);
    }
    return shapes;
  }

  /** The output for {@code x}, which stays open; every intermediate is released. */
  abstract NDArray forward(ForwardPass pass, NDArray x);

  @Override
  protected final NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    ForwardPass pass = new ForwardPass(store, training, Set.of());
    return new NDList(forward(pass, inputs.singletonOrThrow()));
  }
}
