package org.opponency.models;

import static org.opponency.io.Text.format;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.opponency.engine.Autograd;
import org.opponency.engine.Compute;
import org.opponency.engine.HostTensor;
import org.opponency.images.Normalisation;

/**
 * The weights of an {@link Architecture} and its forward pass, with PyTorch's names. It owns native
 * memory: close it. Not safe for use by several threads at once.
 */
public final class Network implements AutoCloseable {
  /** Its parts, as PyTorch names them. */
  static final String RETINA = "retina";

  static final String VENTRAL = "ventral";

  private final Architecture architecture;
  private final NDManager manager;
  private final Sequential block;
  private final ModuleTree tree;
  private final ParameterStore store;
  private final NDArray mean;
  private final NDArray deviation;
  private final List<String> front;
  private final Surgery surgery;
  private final Map<String, ScriptPass> frozen;
  private boolean isFrozen;

  /**
   * Takes over a manager, which closes with it, or at once if this fails, and a block that has
   * weights or gets them.
   */
  Network(Architecture architecture, NDManager manager, Sequential block, DataType type) {
    this(architecture, manager, block, type, List.of());
  }

  /** The same of a block that ends with the last of some layers; with none it is whole. */
  private Network(
      Architecture architecture,
      NDManager manager,
      Sequential block,
      DataType type,
      List<String> front) {
    this.architecture = architecture;
    this.front = front;
    surgery = Surgery.NONE;
    this.manager = manager;
    this.block = block;
    tree = ModuleTree.of(block, hint(architecture));
    frozen = new HashMap<>();
    store = new ParameterStore(manager, false);
    try {
      block.initialize(manager, type, inputShape(architecture));
      mean = channels(architecture.normalisation().mean(), type);
      deviation = channels(architecture.normalisation().sd(), type);
    } catch (RuntimeException | Error e) {
      manager.close();
      throw e;
    }
  }

  /** The same layers and weights, operated on. */
  private Network(Network whole, NDManager manager, Surgery surgery) {
    whole.requireBottleneck();
    architecture = whole.architecture;
    front = whole.front;
    this.manager = manager;
    block = whole.block;
    tree = whole.tree;
    frozen = whole.frozen;
    store = whole.store;
    mean = whole.mean;
    deviation = whole.deviation;
    this.surgery = surgery;
  }

  void requireBottleneck() {
    requireLogits();
    if (!architecture.retina().isPresent() || surgery != Surgery.NONE) {
      throw new IllegalArgumentException(
          format(
              "Expected a network with a retina that was not operated on, got %s",
              surgery == Surgery.NONE ? architecture.ventral() : surgery));
    }
  }

  /**
   * The same network, operated on: it shares the weights, so close it first.
   *
   * @throws IllegalArgumentException if it has no retina or no ventral stream
   */
  Network under(Surgery operation) {
    return new Network(this, manager.newSubManager(), operation);
  }

  /** The same, which owns the weights in this one's place. */
  Network owning(Surgery operation) {
    return new Network(this, manager, operation);
  }

  private static String hint(Architecture architecture) {
    return architecture.ventral() instanceof Ventral.Own own && !own.layered()
        ? ". A TorchScript file gives predictions and input gradients only; for responses of layers"
            + " build the model as a DJL SequentialBlock, or load its weights into an Architecture"
        : "";
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
    return initialise(architecture, seed, DataType.FLOAT32, Compute.device());
  }

  /** A network of an element type (float32 or float64) on a device, freshly initialised. */
  public static synchronized Network initialise(
      Architecture architecture, long seed, DataType type, Device device) {
    try (Autograd.Mode off = Autograd.off()) {
      Engine.getInstance().setRandomSeed((int) (seed ^ seed >>> 32));
      return new Network(
          architecture, NDManager.newBaseManager(device), Layers.network(architecture), type);
    }
  }

  /** A network that begins with known weights, whose names and shapes have been checked. */
  static Network restored(
      Architecture architecture, Map<String, HostTensor> state, DataType type, Device device) {
    return restored(architecture, state, type, device, List.of());
  }

  private static Network restored(
      Architecture architecture,
      Map<String, HostTensor> state,
      DataType type,
      Device device,
      List<String> front) {
    try (Autograd.Mode off = Autograd.off()) {
      Sequential whole = Layers.network(architecture);
      Sequential block = front.isEmpty() ? whole : front(whole, front);
      new StateDict(ModuleTree.of(block, "")).begin(state);
      return new Network(architecture, NDManager.newBaseManager(device), block, type, front);
    }
  }

  /** Layers with the ReLUs behind them, at which they may be looked at, too. */
  private static Sequential front(Sequential whole, List<String> layers) {
    ModuleTree tree = ModuleTree.of(whole, "");
    return whole.upTo(
        layers.stream().flatMap(layer -> Stream.of(layer, tree.rectified(layer))).toList());
  }

  /**
   * A float32 network's first layers, as far as the last of some. It has no logits, and takes of
   * the state what is theirs.
   *
   * @throws IllegalArgumentException if a layer does not exist; it lists those that do
   */
  static Network front(
      Architecture architecture, Map<String, HostTensor> state, Collection<String> layers) {
    Device device = Compute.device();
    return restored(architecture, state, DataType.FLOAT32, device, List.copyOf(layers));
  }

  /** Names and shapes of an architecture's {@link #state}, found without memory for its weights. */
  public static Map<String, long[]> shapes(Architecture architecture) {
    try (Autograd.Mode off = Autograd.off();
        Network outline =
            new Network(
                architecture,
                NDManager.newBaseManager(Device.cpu()),
                Initialisers.outline(Layers.network(architecture)),
                DataType.FLOAT32)) {
      return new StateDict(outline.tree).shapes();
    }
  }

  /** A float32 copy that treats pixels otherwise before its first layer; close it. */
  public Network withNormalisation(Normalisation normalisation) {
    requireIntact();
    Device device = Compute.device();
    return restored(
        architecture.withNormalisation(normalisation), state(), DataType.FLOAT32, device, front);
  }

  /** A copy on a device; close it. */
  public Network copyOn(Device device) {
    requireIntact();
    return restored(architecture, state(), dataType(), device, front);
  }

  /** A float64 copy; close it. */
  Network inDouble() {
    requireIntact();
    Device device = Compute.device();
    return restored(architecture, state(), DataType.FLOAT64, device, front);
  }

  /** A copy in which weights that are no finite numbers are 0; close it. */
  Network mended() {
    requireIntact();
    Map<String, HostTensor> finite = state();
    finite.replaceAll((name, tensor) -> tensor.isFinite() ? tensor : tensor.finite());
    return restored(architecture, finite, dataType(), manager.getDevice(), front);
  }

  private void requireIntact() {
    if (surgery != Surgery.NONE) {
      throw new IllegalStateException(
          format("Expected a network that was not operated on, got one with %s", surgery));
    }
  }

  /** What was done to its bottleneck. */
  Surgery surgery() {
    return surgery;
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
    return training
        ? forward(pixels, new ForwardPass(store, true, Set.of()))
        : evaluated(pixels, List.of(surgery)).get(0);
  }

  /**
   * The pass in training mode, from pixels to logits, which rounds otherwise than {@link #logits}.
   */
  public UnaryOperator<NDArray> trainingPass() {
    return isWritable() && dataType() == DataType.FLOAT32
        ? trainingPass(DataType.FLOAT32)
        : pixels -> logits(pixels, true);
  }

  private boolean isWritable() {
    return !(architecture.ventral() instanceof Ventral.Own) && ScriptText.unknown(block).isEmpty();
  }

  /**
   * The same with convolutions and fully connected layers in an element type of their own, which
   * DJL's own operations cannot do in bfloat16.
   *
   * @param type of convolutions and fully connected layers, float32 or bfloat16
   * @throws IllegalArgumentException if the network has layers that cannot be written so
   */
  public UnaryOperator<NDArray> trainingPass(DataType type) {
    ScriptText.requireKnown(block);
    ScriptPass pass = new ScriptPass(manager, most -> ScriptText.training(block, type, most));
    return pixels -> {
      try (NDArray normalised = normalised(pixels)) {
        tree.batchNorms().values().forEach(norm -> norm.setBatches(norm.batches() + 1));
        return pass.of(normalised);
      }
    };
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
    if (isFrozen && architecture.ventral().isPresent() && wanted.equals(Set.of(last()))) {
      return Map.of(last(), logits(pixels, false));
    }
    return responses(pixels, new ForwardPass(store, false, wanted), wanted);
  }

  /** The layer that gives the logits. */
  private String last() {
    return layers().get(layers().size() - 1);
  }

  /**
   * Outputs of named layers in eval mode for a part of an image, of cells that see nothing beyond
   * it: nothing is padded, and maps get smaller from layer to layer.
   *
   * @param pixels as for {@link #logits}, at least as large as the layers' fields; or one pixel
   *     that stands for an image of one colour
   * @param layers PyTorch module paths of layers with maps
   * @return as for {@link #responses}
   */
  Map<String, NDArray> unpaddedResponses(NDArray pixels, Collection<String> layers) {
    requireIntact(); // operations are on whole maps
    Set<String> wanted = wanted(layers);
    return responses(pixels, ForwardPass.unpadded(store, wanted), wanted);
  }

  private Set<String> wanted(Collection<String> layers) {
    Set<String> wanted = new LinkedHashSet<>(layers);
    tree.require(wanted);
    return wanted;
  }

  private Map<String, NDArray> responses(NDArray pixels, ForwardPass pass, Set<String> wanted) {
    pass.release(forward(pixels, pass));
    Map<String, NDArray> responses = new LinkedHashMap<>();
    wanted.forEach(layer -> responses.put(layer, pass.kept().get(layer)));
    return responses;
  }

  void requireLogits() {
    if (!front.isEmpty()) {
      throw new IllegalArgumentException(
          format("Expected a whole network, got one as far as %s: it has no logits", front));
    }
    if (!architecture.ventral().isPresent()) {
      throw new IllegalArgumentException(
          format(
              "Expected a network with a ventral stream, got a retina alone: it has no logits, only the responses of %s",
              layers()));
    }
  }

  private NDArray forward(NDArray pixels, ForwardPass pass) {
    try (NDArray normalised = normalised(pixels)) {
      return surgery == Surgery.NONE ? block.forward(pass, normalised) : operated(pass, normalised);
    }
  }

  private NDArray operated(ForwardPass pass, NDArray normalised) {
    NDArray cells = pass.through(block, RETINA, normalised);
    if (pass.complete()) {
      return cells;
    }
    try (NDArray changed = surgery.apply(normalised, cells)) {
      return pass.through(block, VENTRAL, changed);
    } finally {
      pass.release(cells);
    }
  }

  /**
   * Logits of a batch under each of some operations; the retina sees it once.
   *
   * @param pixels as for {@link #logits}
   * @return (N, classes) each, of the manager of {@code pixels}
   * @throws IllegalArgumentException if it has no retina or no ventral stream
   */
  List<NDArray> logits(NDArray pixels, List<Surgery> operations) {
    requireBottleneck();
    return evaluated(pixels, operations);
  }

  private List<NDArray> evaluated(NDArray pixels, List<Surgery> operations) {
    try (NDArray normalised = normalised(pixels)) {
      if (!architecture.retina().isPresent()) {
        return List.of(part(block.way().get(0), normalised));
      }
      try (NDArray cells = part(RETINA, normalised)) {
        return operations.stream().map(op -> behind(op, normalised, cells)).toList();
      }
    }
  }

  private NDArray behind(Surgery operation, NDArray normalised, NDArray cells) {
    if (operation == Surgery.NONE) {
      return part(VENTRAL, cells);
    }
    try (NDArray changed = operation.apply(normalised, cells)) {
      return part(VENTRAL, changed);
    }
  }

  /** In eval mode. Weights that stay as they are can be put together with batch norms, once. */
  private NDArray part(String name, NDArray x) {
    if (!isFrozen) {
      return new ForwardPass(store, false, Set.of()).through(block, name, x);
    }
    return frozen.computeIfAbsent(name, this::frozenPart).of(x);
  }

  /** Of the manager of the weights, since networks that were operated on share it. */
  private ScriptPass frozenPart(String name) {
    Sequential part = (Sequential) block.child(name);
    return new ScriptPass(mean.getManager(), most -> ScriptText.frozen(part, most));
  }

  /**
   * What the first layer sees: the architecture's normalisation of the pixels.
   *
   * @param pixels as for {@link #logits}
   * @return the shape of {@code pixels}, of its manager
   */
  public NDArray normalised(NDArray pixels) {
    try (NDArray centred = pixels.sub(mean)) {
      return centred.div(deviation);
    }
  }

  /**
   * What the cells of a layer see.
   *
   * @throws IllegalArgumentException if the layer does not exist; it lists those that do
   */
  public LayerField field(String layer) {
    return tree.field(layer);
  }

  /** What a pass up to a layer has to see: see {@link ModuleTree#fieldsOfPass}. */
  List<LayerField> fieldsOfPass(String layer) {
    return tree.fieldsOfPass(layer);
  }

  /**
   * The ReLU that comes straight after a layer or after its batch norm; the layer itself where none
   * does. The one ReLU of a residual block is kept behind its sum: for a convolution in a block it
   * is its batch norm instead, for any other layer there the layer itself.
   *
   * @throws IllegalArgumentException if the layer does not exist; it lists those that do
   */
  public String rectified(String layer) {
    return tree.rectified(layer);
  }

  /** Paths of all layers, parents before children, in order of definition. */
  public List<String> layers() {
    return List.copyOf(tree.layers().keySet());
  }

  /** Kind, output shape at the architecture's image size, and parameter count of every layer. */
  public List<LayerSummary> summary() {
    try (NDManager scope = manager.newSubManager();
        Autograd.Mode off = Autograd.off()) {
      NDArray blank = scope.zeros(inputShape(architecture), dataType());
      Map<String, NDArray> outputs = responses(blank, layers());
      return layers().stream().map(path -> tree.summary(path, outputs.get(path))).toList();
    }
  }

  /** Total of trainable numbers. */
  public long parameterCount() {
    return ModuleTree.parameterCount(block);
  }

  /** The trainable arrays by name, in PyTorch's order. They belong to the network: do not close. */
  public Map<String, NDArray> weights() {
    return tree.arrays(parameter -> !ModuleTree.isStatistic(parameter));
  }

  /** Weights and running statistics by name. */
  Map<String, NDArray> parameters() {
    return tree.arrays(parameter -> true);
  }

  /** Stops gradients from reaching the weights: input gradients get cheaper, weights stay put. */
  public Network freeze() {
    tree.parameters().values().forEach(parameter -> parameter.freeze(true));
    isFrozen = front.isEmpty() && isWritable();
    return this;
  }

  /** A copy of all weights and statistics, names and order as in PyTorch's {@code state_dict()}. */
  public Map<String, HostTensor> state() {
    return new StateDict(tree).copy();
  }

  /**
   * Replaces all weights and statistics.
   *
   * @throws IllegalArgumentException if names or shapes do not match; it names some of them
   */
  public void load(Map<String, HostTensor> state) {
    new StateDict(tree).load(state);
    frozen.clear();
  }

  @Override
  public void close() {
    manager.close();
  }
}
