package org.opponency.models;

import static org.opponency.io.Text.format;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.opponency.engine.Autograd;
import org.opponency.images.Normalisation;
import org.opponency.images.RgbImage;
import org.opponency.io.Sha256;

/**
 * A trained network as analyses see it: frozen, in eval mode, taking pixels in [0, 1] and
 * normalising them itself. It owns the network: close it. Use one per thread.
 */
public final class VisionModel implements AutoCloseable {
  /**
   * Pixel values that go through a network at once on a CPU, 8 images of 224 x 224: with more, its
   * feature maps leave the caches, and ResNet-50 takes a fifth longer for an image.
   */
  private static final long CACHED = 8 * 3 * 224 * 224;

  private final Network network;
  private final Runnable before;

  private VisionModel(Network network, Runnable before) {
    this.network = network.freeze();
    this.before = before;
  }

  /** Takes over a network; closing the result closes it. */
  public static VisionModel of(Network network) {
    return of(network, () -> {});
  }

  /**
   * The same.
   *
   * @param before called before every pass through the network; it may end the work by throwing
   */
  public static VisionModel of(Network network, Runnable before) {
    return new VisionModel(network, before);
  }

  private Network pass() {
    before.run();
    return network;
  }

  /** What the network is. */
  public Architecture architecture() {
    return network.architecture();
  }

  /** Element type of the pixels it takes, float32 or float64. */
  public DataType dataType() {
    return network.dataType();
  }

  /**
   * Number of logits.
   *
   * @throws IllegalArgumentException if the network is a retina alone
   */
  public int classes() {
    network.requireLogits();
    return network.architecture().classes();
  }

  /**
   * Hex SHA-256 of the architecture, the weights and what was done to the bottleneck: equal
   * networks, equal digests.
   */
  public String digest() {
    Sha256 sha = new Sha256().add(network.architecture().toString());
    if (network.surgery() != Surgery.NONE) {
      sha.add(network.surgery().toString());
    }
    network.state().forEach((name, tensor) -> sha.add(name).add(tensor.bytes()));
    return sha.hex();
  }

  /** A copy that treats pixels otherwise before its first layer; close it. */
  public VisionModel withNormalisation(Normalisation normalisation) {
    return new VisionModel(network.withNormalisation(normalisation), before);
  }

  /**
   * The same network, whose bottleneck is operated on; it shares the weights, so close it first.
   *
   * @throws IllegalArgumentException if the network has no retina or no ventral stream
   */
  public VisionModel under(Surgery surgery) {
    return new VisionModel(network.under(surgery), before);
  }

  /** A float64 copy, which rounds less; close it. */
  public VisionModel inDouble() {
    return new VisionModel(network.inDouble(), before);
  }

  /**
   * A copy in which weights that are no finite numbers are 0, so that what spoils some cells spoils
   * no gradient of others; close it.
   */
  public VisionModel mended() {
    return new VisionModel(network.mended(), before);
  }

  /**
   * A float64 copy whose bottleneck is rotated and whose ventral stream undoes it: a sham
   * operation, which changes nothing but by rounding, beside {@link #inDouble}; close it.
   *
   * @throws IllegalArgumentException if the network has no retina or no ventral stream
   */
  public VisionModel rotated(long seed) {
    return new VisionModel(BottleneckRotation.of(network, seed), before);
  }

  /** The manager to make sub-managers of; a sub-manager owns the arrays of one piece of work. */
  public NDManager manager() {
    return network.manager();
  }

  /** Paths of all layers. */
  public List<String> layers() {
    return network.layers();
  }

  /** Kind, output shape and parameter count of every layer. */
  public List<LayerSummary> summary() {
    return network.summary();
  }

  /**
   * What the cells of a layer see.
   *
   * @throws IllegalArgumentException if the layer does not exist; it lists those that do
   */
  public LayerField field(String layer) {
    return network.field(layer);
  }

  /** What a pass up to a layer has to see. */
  List<LayerField> fieldsOfPass(String layer) {
    return network.fieldsOfPass(layer);
  }

  /**
   * The ReLU that comes straight after a layer or after its batch norm, such as {@code
   * ventral.relu} for {@code ventral.conv1}; the layer itself where none does. The one ReLU of a
   * residual block is kept behind its sum: for a convolution in a block it is its batch norm
   * instead, for any other layer there the layer itself; neither is clipped at 0 yet.
   *
   * @throws IllegalArgumentException if the layer does not exist; it lists those that do
   */
  public String rectified(String layer) {
    return network.rectified(layer);
  }

  /**
   * Weights of a convolution: (cells, input channels, kernel, kernel).
   *
   * @throws IllegalArgumentException if the layer is no convolution of this network
   */
  public LayerMaps filters(String layer) {
    NDArray weights = network.weights().get(layer + ".weight");
    if (weights == null || weights.getShape().dimension() != 4) {
      throw new IllegalArgumentException(
          format("Expected a convolution, got %s; this network has %s", layer, layers()));
    }
    return LayerMaps.of(weights);
  }

  /**
   * Biases of a convolution's cells.
   *
   * @throws IllegalArgumentException if the layer is no convolution of this network with biases
   */
  public float[] biases(String layer) {
    NDArray biases = network.weights().get(layer + ".bias");
    if (biases == null) {
      throw new IllegalArgumentException(
          format("Expected a convolution with biases, got %s; there are %s", layer, layers()));
    }
    return LayerMaps.floats(biases);
  }

  /**
   * Response maps of a layer's cells to an image: (cells, 1, height, width).
   *
   * @throws IllegalArgumentException if the layer does not exist or has no maps
   */
  public LayerMaps maps(RgbImage image, String layer) {
    try (NDManager scope = manager().newSubManager()) {
      NDArray maps = responses(Pixels.of(scope, image), List.of(layer)).get(layer);
      return LayerMaps.of(maps.swapAxes(0, 1));
    }
  }

  /**
   * Logits of a batch.
   *
   * @param pixels (N, 3, H, W), RGB, in [0, 1], not normalised
   * @return (N, classes), of the manager of {@code pixels}
   * @throws IllegalArgumentException if the network is a retina alone, which has no logits
   */
  public NDArray logits(NDArray pixels) {
    long images = pixels.getShape().get(0);
    long each = pixels.getShape().size() / Math.max(1, images);
    long part = Math.max(1, CACHED / Math.max(1, each));
    try (Autograd.Mode off = Autograd.off()) {
      if (pixels.getDevice().isGpu() || images <= part) {
        return pass().logits(pixels, false);
      }
      try (NDList parts = new NDList()) {
        for (long from = 0; from < images; from += part) {
          try (NDArray some = pixels.get("{}:{}", from, Math.min(images, from + part))) {
            parts.add(pass().logits(some, false));
          }
        }
        return NDArrays.concat(parts);
      }
    }
  }

  /**
   * Class probabilities (softmax of the logits) of interleaved 8-bit images.
   *
   * @param bytes N * height * width * 3 unsigned bytes, rows from the top, R, G, B interleaved
   * @return N rows of {@code classes} probabilities
   * @throws IllegalStateException if they are no numbers; it names the weights at fault
   */
  public float[][] probabilities(byte[] bytes, int height, int width) {
    try (NDManager scope = manager().newSubManager()) {
      return probabilities(logits(Pixels.of(scope, bytes, height, width)));
    }
  }

  /**
   * The same under each of some operations on the bottleneck; the retina sees the images once.
   *
   * @return for each operation N rows of {@code classes} probabilities
   * @throws IllegalArgumentException if the network has no retina or no ventral stream
   * @throws IllegalStateException if they are no numbers; it names the weights at fault
   */
  public List<float[][]> probabilities(
      byte[] bytes, int height, int width, List<Surgery> surgeries) {
    try (NDManager scope = manager().newSubManager();
        Autograd.Mode off = Autograd.off()) {
      NDArray pixels = Pixels.of(scope, bytes, height, width);
      return pass().logits(pixels, surgeries).stream().map(this::probabilities).toList();
    }
  }

  private float[][] probabilities(NDArray logits) {
    float[] values = LayerMaps.floats(logits.softmax(1));
    requireNumbers(values);
    return rows(values, classes());
  }

  private void requireNumbers(float[] probabilities) {
    for (float probability : probabilities) {
      if (Float.isNaN(probability)) {
        throw new IllegalStateException(
            "The network's probabilities are no numbers. "
                + StateDict.spoilt(network.state()).orElse("Its weights are too large"));
      }
    }
  }

  /** Logits of interleaved 8-bit images, as {@link #probabilities} takes them. */
  public float[][] logits(byte[] bytes, int height, int width) {
    try (NDManager scope = manager().newSubManager()) {
      NDArray logits = logits(Pixels.of(scope, bytes, height, width));
      return rows(LayerMaps.floats(logits), classes());
    }
  }

  private static float[][] rows(float[] values, int columns) {
    float[][] rows = new float[values.length / columns][columns];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(values, i * columns, rows[i], 0, columns);
    }
    return rows;
  }

  /**
   * Outputs of named layers, computed one by one. Logits, and what a network ends with where
   * nothing else is asked for, are computed with batch norms put into convolutions, which rounds
   * otherwise.
   *
   * @param pixels as for {@link #logits}
   * @param layers PyTorch module paths, such as {@code retina.retina_conv2}
   * @return one array a layer, usually (N, C, H, W), of the manager of {@code pixels}
   * @throws IllegalArgumentException if a layer does not exist; it lists those that do
   */
  public Map<String, NDArray> responses(NDArray pixels, Collection<String> layers) {
    try (Autograd.Mode off = Autograd.off()) {
      return pass().responses(pixels, layers);
    }
  }

  /**
   * As {@link #responses}, but recorded where the calling thread records: a backward pass from them
   * goes through the network and on to what the pixels were made of.
   */
  public Map<String, NDArray> recordedResponses(NDArray pixels, Collection<String> layers) {
    return pass().responses(pixels, layers);
  }

  /** As {@link #responses}, of a part of an image without padding around it. */
  Map<String, NDArray> unpaddedResponses(NDArray pixels, Collection<String> layers) {
    try (Autograd.Mode off = Autograd.off()) {
      return pass().unpaddedResponses(pixels, layers);
    }
  }

  /**
   * The gradient of a function of the logits with respect to the pixels.
   *
   * @param pixels as for {@link #logits}
   * @param objective from logits (N, classes) to an array whose sum is differentiated
   * @return the shape of {@code pixels}, of its manager
   */
  public NDArray inputGradient(NDArray pixels, UnaryOperator<NDArray> objective) {
    return gradient(pixels, leaf -> objective.apply(pass().logits(leaf, false)));
  }

  /**
   * The gradient of a function of one layer's responses with respect to the pixels.
   *
   * @param layer PyTorch module path
   * @param objective from the layer's output to an array whose sum is differentiated
   * @return the shape of {@code pixels}, of its manager
   */
  public NDArray inputGradient(NDArray pixels, String layer, UnaryOperator<NDArray> objective) {
    return gradient(
        pixels, leaf -> objective.apply(pass().responses(leaf, List.of(layer)).get(layer)));
  }

  /**
   * One forward pass of which several gradients can be taken; close it.
   *
   * @param pixels as for {@link #logits}
   */
  public Recording record(NDArray pixels) {
    return new Recording(pass(), pixels);
  }

  private static NDArray gradient(NDArray pixels, UnaryOperator<NDArray> function) {
    NDArray leaf = pixels.duplicate();
    leaf.setRequiresGradient(true);
    try (NDManager scope = pixels.getManager().newSubManager();
        Autograd.Mode on = Autograd.recording()) {
      leaf.attach(scope);
      Autograd.backward(function.apply(leaf));
      NDArray gradient = Autograd.gradient(leaf);
      gradient.attach(pixels.getManager());
      return gradient;
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
