package org.opponency.models;

import static org.opponency.io.Text.format;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.ParameterList;
import ai.djl.nn.convolutional.Conv2d;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The layers of a network by PyTorch module path, parents before children, in order of definition.
 *
 * @param root the network, whose path is empty
 * @param layers every layer by its path
 * @param hint what else to tell a user who asks for a layer that does not exist, or empty
 */
record ModuleTree(Sequential root, Map<String, Block> layers, String hint) {
  static ModuleTree of(Sequential root, String hint) {
    Map<String, Block> layers = new LinkedHashMap<>();
    walk("", root, layers::put);
    return new ModuleTree(root, layers, hint);
  }

  private static void walk(String path, Block block, BiConsumer<String, Block> visitor) {
    if (!path.isEmpty()) {
      visitor.accept(path, block);
    }
    if (block instanceof Stage stage) {
      stage.childNames().forEach(name -> walk(join(path, name), stage.child(name), visitor));
    }
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /**
   * Refuses layers that do not exist.
   *
   * @throws IllegalArgumentException that lists those that do
   */
  void require(Collection<String> wanted) {
    Set<String> known = layers.keySet();
    List<String> missing = new ArrayList<>(wanted);
    missing.removeAll(known);
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          format("No layer %s; this network has %s%s", missing, known, hint));
    }
  }

  /** What the cells of a layer see. */
  LayerField field(String layer) {
    require(List.of(layer));
    Map<String, LayerField> fields = new HashMap<>();
    root.field("", LayerField.PIXEL, fields::put);
    return fields.get(layer);
  }

  /**
   * What a pass up to a layer has to see: as much as the layer's cells or, where it lies inside a
   * residual block, as the cells at the end of the block, which runs as a whole.
   */
  List<LayerField> fieldsOfPass(String layer) {
    List<LayerField> fields = new ArrayList<>(List.of(field(layer)));
    layers.forEach(
        (path, block) -> {
          if (block instanceof ResidualBlock && layer.startsWith(path + ".")) {
            fields.add(field(path));
          }
        });
    return fields;
  }

  /**
   * The ReLU that comes straight after a layer or after its batch norm; the layer itself where none
   * does. The one ReLU of a residual block runs several times and is kept as it was last, behind
   * the sum: so a convolution in a block has its batch norm here, and any other layer itself.
   */
  String rectified(String layer) {
    require(List.of(layer));
    int name = layer.lastIndexOf('.') + 1;
    Block parent = layers.getOrDefault(layer.substring(0, Math.max(0, name - 1)), root);
    List<String> siblings = ((Stage) parent).childNames();
    Stream<String> behind =
        siblings.stream()
            .skip(1 + siblings.indexOf(layer.substring(name)))
            .map(sibling -> layer.substring(0, name) + sibling);
    if (parent instanceof ResidualBlock) {
      return behind.findFirst().filter(path -> layers.get(path) instanceof BatchNorm).orElse(layer);
    }
    return behind
        .dropWhile(path -> layers.get(path) instanceof BatchNorm)
        .findFirst()
        .filter(path -> kind(layers.get(path)).equalsIgnoreCase("relu"))
        .orElse(layer);
  }

  /** What a layer is, in a word or two. */
  static String kind(Block block) {
    if (block instanceof Conv2d conv) {
      Shape weight = conv.getDirectParameters().get("weight").getShape();
      return format("Conv2d %dx%d", weight.get(2), weight.get(3));
    }
    if (block instanceof Sequential sequence && sequence.hasChild("0")) {
      int blocks = sequence.childNames().size();
      return blocks == 1 ? "1 block" : blocks + " blocks";
    }
    return block instanceof LambdaBlock lambda
        ? lambda.getName()
        : block.getClass().getSimpleName();
  }

  /** A layer with what it gives for one image or more. */
  LayerSummary summary(String path, NDArray output) {
    Block layer = layers.get(path);
    long[] perImage = output.getShape().slice(1).getShape();
    return new LayerSummary(path, kind(layer), perImage, parameterCount(layer));
  }

  /** Trainable numbers of a layer and of all inside it. */
  static long parameterCount(Block block) {
    return block.getParameters().values().stream()
        .filter(p -> !isStatistic(p))
        .mapToLong(p -> p.getShape().size())
        .sum();
  }

  /** Whether a parameter is counted rather than trained. */
  static boolean isStatistic(Parameter parameter) {
    return parameter.getName().startsWith("running_");
  }

  /** Every parameter by its name, in PyTorch's order. */
  Map<String, Parameter> parameters() {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    layers.forEach(
        (path, block) ->
            own(block).forEach(p -> parameters.put(path + "." + p.getKey(), p.getValue())));
    return parameters;
  }

  /** The arrays of some parameters by name, in PyTorch's order. They belong to the network. */
  Map<String, NDArray> arrays(Predicate<Parameter> wanted) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    parameters()
        .forEach(
            (name, parameter) -> {
              if (wanted.test(parameter)) {
                arrays.put(name, parameter.getArray());
              }
            });
    return arrays;
  }

  /** The layers that count batches, by path. */
  Map<String, BatchNorm> batchNorms() {
    Map<String, BatchNorm> norms = new LinkedHashMap<>();
    layers.forEach(
        (path, block) -> {
          if (block instanceof BatchNorm norm) {
            norms.put(path, norm);
          }
        });
    return norms;
  }

  /** A layer's parameters; those of what is inside it too, unless that is a layer itself. */
  static ParameterList own(Block block) {
    return block instanceof Stage ? block.getDirectParameters() : block.getParameters();
  }
}
