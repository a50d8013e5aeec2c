package org.opponency.models;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.opponency.images.Normalisation;

/**
 * The weights of an {@link Architecture} and its forward pass, with PyTorch's names. It owns native
 * memory: close it. Not safe for use by several threads at once.
 */
public final class Network implements AutoCloseable {
  private static final String BATCHES = "num_batches_tracked";

  private final Architecture architecture;
  private final NDManager manager;
  private final Sequence block;
  private final ParameterStore store;
  private final NDArray mean;
  private final NDArray deviation;

  private Network(Architecture architecture, DataType type, Device device) {
    this.architecture = architecture;
    manager = NDManager.newBaseManager(device);
    block = Layers.network(architecture);
    block.initialize(manager, type, inputShape(architecture));
    store = new ParameterStore(manager, false);
    mean = channels(architecture.normalisation().mean(), type);
    deviation = channels(architecture.normalisation().sd(), type);
  }

  private static Shape inputShape(Architecture architecture) {
    return new Shape(1, 3, architecture.imageSize(), architecture.imageSize());
  }

  private NDArray channels(float[] values, DataType type) {
    try (NDArray borrowed = manager.create(values);
        NDArray typed = borrowed.toType(type, true)) {
      return typed.duplicate().reshape(1, 3, 1, 1);
    }
  }

  /** A float32 network on the default device, freshly initialised as PyTorch would from a seed. */
  public static Network initialise(Architecture architecture, long seed) {
    return initialise(architecture, seed, DataType.FLOAT32, Engine.getInstance().defaultDevice());
  }

  /** A network of an element type (float32 or float64) on a device, freshly initialised. */
  public static synchronized Network initialise(
      Architecture architecture, long seed, DataType type, Device device) {
    try (Autograd.Mode off = Autograd.off()) {
      Engine.getInstance().setRandomSeed((int) (seed ^ seed >>> 32));
      return new Network(architecture, type, device);
    }
  }

  /** A float32 copy that treats pixels otherwise before its first layer; close it. */
  public Network withNormalisation(Normalisation normalisation) {
    Network copy = initialise(architecture.withNormalisation(normalisation), 0);
    copy.load(state());
    return copy;
  }

  /** What the network is. */
  public Architecture architecture() {
    return architecture;
  }

  /** Element type of weights and pixels, float32 or float64. */
  public DataType dataType() {
    return mean.getDataType();
  }

  /** The manager of the weights; make a sub-manager of it for a step's arrays. */
  public NDManager manager() {
    return manager;
  }

  /**
   * Logits of a batch.
   *
   * @param pixels (N, 3, H, W), RGB, in [0, 1], not normalised, of the network's type and device
   * @param training whether batch norm uses and updates batch statistics
   * @return (N, classes), of the manager of {@code pixels}
   * @throws IllegalArgumentException if the network is a retina alone
   */
  public NDArray logits(NDArray pixels, boolean training) {
    requireLogits();
    return forward(pixels, new Pass(store, training, Set.of()));
  }

  /**
   * Outputs of named layers in eval mode. Layers behind the last of them do not run.
   *
   * @param pixels as for {@link #logits}
   * @param layers PyTorch module paths, such as {@code retina.retina_conv2}
   * @return one array a layer, in the order asked for, of the manager of {@code pixels}
   * @throws IllegalArgumentException if a layer does not exist; it lists those that do
   */
  public Map<String, NDArray> responses(NDArray pixels, Collection<String> layers) {
    Set<String> wanted = wanted(layers);
    return responses(pixels, new Pass(store, false, wanted), wanted);
  }

  /**
   * Outputs of named layers in eval mode for a part of an image, of cells that see nothing beyond
   * it: nothing is padded, and maps get smaller from layer to layer.
   *
   * @param pixels as for {@link #logits}, at least as large as the layers' fields
   * @param layers PyTorch module paths of layers with maps
   * @return as for {@link #responses}
   */
  Map<String, NDArray> unpaddedResponses(NDArray pixels, Collection<String> layers) {
    Set<String> wanted = wanted(layers);
    return responses(pixels, Pass.unpadded(store, wanted), wanted);
  }

  private Set<String> wanted(Collection<String> layers) {
    Set<String> wanted = new LinkedHashSet<>(layers);
    requireLayers(wanted);
    return wanted;
  }

  private Map<String, NDArray> responses(NDArray pixels, Pass pass, Set<String> wanted) {
    pass.release(forward(pixels, pass));
    Map<String, NDArray> responses = new LinkedHashMap<>();
    wanted.forEach(layer -> responses.put(layer, pass.kept().get(layer)));
    return responses;
  }

  private void requireLogits() {
    if (!architecture.ventral().isPresent()) {
      throw new IllegalArgumentException(
          "Expected a network with a ventral stream, got a retina alone: it has no logits, only the responses of %s"
              .formatted(layers()));
    }
  }

  private NDArray forward(NDArray pixels, Pass pass) {
    NDArray centred = pixels.sub(mean);
    NDArray normalised = centred.div(deviation);
    centred.close();
    NDArray output = block.forward(pass, normalised);
    normalised.close();
    return output;
  }

  private void requireLayers(Set<String> wanted) {
    List<String> missing = new ArrayList<>(wanted);
    missing.removeAll(layers());
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "No layer %s; this network has %s".formatted(missing, layers()));
    }
  }

  /**
   * What the cells of a layer see.
   *
   * @throws IllegalArgumentException if the layer does not exist; it lists those that do
   */
  public LayerField field(String layer) {
    requireLayers(Set.of(layer));
    Map<String, LayerField> fields = new HashMap<>();
    block.field("", LayerField.PIXEL, fields::put);
    return fields.get(layer);
  }

  /**
   * What a pass up to a layer has to see: as much as the layer's cells or, where it lies inside a
   * residual block, as the cells at the end of the block, which runs as a whole.
   */
  List<LayerField> fieldsOfPass(String layer) {
    List<LayerField> fields = new ArrayList<>(List.of(field(layer)));
    walk(
        "",
        block,
        (path, b) -> {
          if (b instanceof ResidualBlock && layer.startsWith(path + ".")) {
            fields.add(field(path));
          }
        });
    return fields;
  }

  /**
   * The ReLU that comes straight after a layer or after its batch norm; the layer itself where none
   * does.
   *
   * @throws IllegalArgumentException if the layer does not exist; it lists those that do
   */
  public String rectified(String layer) {
    requireLayers(Set.of(layer));
    Map<String, Block> blocks = new LinkedHashMap<>();
    walk("", block, blocks::put);
    int name = layer.lastIndexOf('.') + 1;
    List<String> siblings =
        ((Stage) blocks.getOrDefault(layer.substring(0, Math.max(0, name - 1)), block))
            .childNames();
    return siblings.stream()
        .skip(1 + siblings.indexOf(layer.substring(name)))
        .map(sibling -> layer.substring(0, name) + sibling)
        .dropWhile(path -> blocks.get(path) instanceof BatchNorm)
        .findFirst()
        .filter(path -> kind(blocks.get(path)).equalsIgnoreCase("relu"))
        .orElse(layer);
  }

  /** Paths of all layers, parents before children, in order of definition. */
  public List<String> layers() {
    List<String> layers = new ArrayList<>();
    walk("", block, (path, b) -> layers.add(path));
    return layers;
  }

  /** Kind, output shape at the architecture's image size, and parameter count of every layer. */
  public List<LayerSummary> summary() {
    try (NDManager scope = manager.newSubManager();
        Autograd.Mode off = Autograd.off()) {
      NDArray blank = scope.zeros(inputShape(architecture), dataType());
      Map<String, NDArray> outputs = responses(blank, layers());
      List<LayerSummary> summary = new ArrayList<>();
      walk(
          "",
          block,
          (path, b) -> {
            long[] shape = outputs.get(path).getShape().getShape();
            long[] perImage = Arrays.copyOfRange(shape, 1, shape.length);
            summary.add(new LayerSummary(path, kind(b), perImage, parameterCount(b)));
          });
      return summary;
    }
  }

  private static String kind(Block block) {
    if (block instanceof Conv2d conv) {
      Shape weight = conv.getDirectParameters().get("weight").getShape();
      return "Conv2d %dx%d".formatted(weight.get(2), weight.get(3));
    }
    if (block instanceof Sequence sequence && sequence.hasChild("0")) {
      int blocks = sequence.childNames().size();
      return blocks == 1 ? "1 block" : blocks + " blocks";
    }
    return block instanceof LambdaBlock lambda
        ? lambda.getName()
        : block.getClass().getSimpleName();
  }

  private static long parameterCount(Block block) {
    return block.getParameters().values().stream()
        .filter(p -> !isStatistic(p))
        .mapToLong(p -> p.getShape().size())
        .sum();
  }

  private static boolean isStatistic(Parameter parameter) {
    return parameter.getName().startsWith("running_");
  }

  /** Total of trainable numbers. */
  public long parameterCount() {
    return parameterCount(block);
  }

  /** The trainable arrays by name, in PyTorch's order. They belong to the network: do not close. */
  public Map<String, NDArray> weights() {
    Map<String, NDArray> weights = new LinkedHashMap<>();
    parameters(
        (name, parameter) -> {
          if (!isStatistic(parameter)) {
            weights.put(name, parameter.getArray());
          }
        });
    return weights;
  }

  /** Stops gradients from reaching the weights: input gradients get cheaper, weights stay put. */
  public Network freeze() {
    parameters((name, parameter) -> parameter.freeze(true));
    return this;
  }

  /** A copy of all weights and statistics, names and order as in PyTorch's {@code state_dict()}. */
  public Map<String, HostTensor> state() {
    Map<String, HostTensor> state = new LinkedHashMap<>();
    walk(
        "",
        block,
        (path, b) -> {
          for (var entry : b.getDirectParameters()) {
            String name = path + "." + entry.getKey();
            state.put(name, HostTensor.of(entry.getValue().getArray()));
          }
          if (b instanceof BatchNorm norm) {
            state.put(path + "." + BATCHES, HostTensor.ofLong(norm.batches()));
          }
        });
    return state;
  }

  /**
   * Replaces all weights and statistics.
   *
   * @throws IllegalArgumentException if names or shapes do not match; it lists every mismatch
   */
  public void load(Map<String, HostTensor> state) {
    StateMismatch.check(state(), state);
    try (Autograd.Mode off = Autograd.off()) {
      parameters((name, parameter) -> copy(state.get(name), parameter.getArray()));
    }
    walk(
        "",
        block,
        (path, b) -> {
          HostTensor batches = state.get(path + "." + BATCHES);
          if (b instanceof BatchNorm norm && batches != null) {
            norm.setBatches(batches.data().getLong(0));
          }
        });
  }

  private void copy(HostTensor from, NDArray to) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray source = from.toArray(scope).toType(to.getDataType(), false);
      to.set(new NDIndex("..."), source);
    }
  }

  private void parameters(BiConsumer<String, Parameter> visitor) {
    walk(
        "",
        block,
        (path, b) ->
            b.getDirectParameters()
                .forEach(entry -> visitor.accept(path + "." + entry.getKey(), entry.getValue())));
  }

  private static void walk(String path, Block block, BiConsumer<String, Block> visitor) {
    if (!path.isEmpty()) {
      visitor.accept(path, block);
    }
    block
        .getChildren()
        .forEach(
            child -> {
              String name = Stage.moduleName(child.getKey());
              walk(path.isEmpty() ? name : path + "." + name, child.getValue(), visitor);
            });
  }

  @Override
  public void close() {
    manager.close();
  }
}
