package org.opponency.models;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.util.Pair;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opponency.engine.Autograd;
import org.opponency.engine.HostTensor;
import org.opponency.images.Normalisation;
import org.opponency.models.parity.NoiseNetwork;
import org.opponency.models.parity.Precision;
import org.opponency.models.script.Numerics;

/** The module against the blocks, which stay the reference. */
class ScriptPassTest {
  private static final double FLOAT32_BOUND = 1e-5;
  private static final double FLOAT64_BOUND = 1e-13;

  /** What a pass in training mode ends with. */
  private static final double FLOAT32_LOGITS = 1e-6;

  /** Where there is a retina, 4, 1, 2, 2, 4 and 4 pixels are taken together. */
  static List<Architecture> architectures() {
    return List.of(
        Architecture.thin(4, 10, 32),
        Architecture.thin(4, 10, 32).withoutRetina(),
        Architecture.thin(4, 10, 33),
        Architecture.thin(1, 10, 34),
        Architecture.small(8, 10, 32),
        new Architecture(
            new Retina(2, 7),
            new Ventral.ResNet(List.of(2, 1), false, 8),
            5,
            32,
            Normalisation.IMAGENET),
        Architecture.cifar10(2, 1));
  }

  /** The same operations run; pixels taken together add the same products in another order. */
  @ParameterizedTest
  @MethodSource("architectures")
  void itIsTheExactPass(Architecture architecture) {
    Trace exact = trace(architecture, DataType.FLOAT64, n -> pixels -> n.logits(pixels, true));
    Trace script = trace(architecture, DataType.FLOAT64, n -> n.trainingPass(DataType.FLOAT64));
    assertThat(distance(script.logits, exact.logits)).isLessThan(FLOAT32_LOGITS);
    exact.gradients.forEach(
        (name, gradient) ->
            assertWithMessage(name)
                .that(distance(script.gradients.get(name), gradient))
                .isLessThan(FLOAT32_LOGITS));
  }

  /** Where every pixel is taken by itself, also to the bit. */
  @Test
  void withoutARetinaItsBitsAreThoseOfTheExactPass() {
    Architecture architecture = Architecture.thin(4, 10, 32).withoutRetina();
    Trace exact = trace(architecture, DataType.FLOAT32, n -> pixels -> n.logits(pixels, true));
    Trace script = trace(architecture, DataType.FLOAT32, Network::trainingPass);
    assertThat(script.logits).isEqualTo(exact.logits);
    exact.gradients.forEach(
        (name, gradient) ->
            assertWithMessage(name).that(script.gradients.get(name)).isEqualTo(gradient));
    assertThat(script.state).isEqualTo(exact.state);
  }

  /**
   * Put together with batch norms, weights of eval mode give what the layers give one by one.
   * Gradients are compared in float64: where a ReLU's input is 0 but for rounding, a float32
   * gradient has a step.
   */
  @ParameterizedTest
  @MethodSource("architectures")
  void frozenItIsTheExactPassOfEvalMode(Architecture architecture) {
    double rounding = frozenDistance(architecture, Precision.FLOAT32, Pair::getKey);
    assertThat(rounding).isLessThan(FLOAT32_BOUND);
    assertWithMessage("layers were put together").that(rounding).isGreaterThan(0.0);
    assertThat(frozenDistance(architecture, Precision.FLOAT64, Pair::getKey))
        .isLessThan(FLOAT64_BOUND);
    assertThat(frozenDistance(architecture, Precision.FLOAT64, Pair::getValue))
        .isLessThan(FLOAT64_BOUND);
  }

  /** The distance of logits or of gradients on the pixels, in units of their length. */
  private static double frozenDistance(
      Architecture architecture,
      Precision precision,
      Function<Pair<double[], double[]>, double[]> what) {
    try (Network network = NoiseNetwork.of(architecture, precision)) {
      double[] layers = what.apply(pixelGradient(network));
      return distance(what.apply(pixelGradient(network.freeze())), layers);
    }
  }

  private static Pair<double[], double[]> pixelGradient(Network network) {
    int side = network.architecture().imageSize();
    try (NDManager scope = network.manager().newSubManager();
        Autograd.Mode on = Autograd.recording()) {
      Engine.getInstance().setRandomSeed(4);
      NDArray pixels = scope.randomUniform(0, 1, new Shape(4, 3, side, side), network.dataType());
      pixels.setRequiresGradient(true);
      NDArray logits = network.logits(pixels, false);
      Autograd.backward(logits.square());
      return new Pair<>(doubles(logits), doubles(Autograd.gradient(pixels)));
    }
  }

  private static double[] doubles(NDArray array) {
    return array.toType(DataType.FLOAT64, false).toDoubleArray();
  }

  /** gamma 6, variance 4 and mean 5: a weight of 2 becomes 6, a bias of 1 becomes 7 - 12. */
  @Test
  void aBatchNormBecomesPartOfAConvolution() {
    try (NDManager scope = NDManager.newBaseManager()) {
      BatchNorm norm = new BatchNorm();
      norm.initialize(scope, DataType.FLOAT32, new Shape(1, 1, 1, 1));
      set(norm, "weight", 6);
      set(norm, "bias", 7);
      set(norm, "running_mean", 5);
      set(norm, "running_var", (float) (4 - BatchNorm.EPSILON));
      NDArray weight = scope.create(new float[] {2}, new Shape(1, 1, 1, 1));
      NDArray bias = scope.create(new float[] {1});
      assertThat(norm.scaled(weight).toFloatArray()).usingTolerance(1e-6).containsExactly(6f);
      assertThat(norm.scaled(weight).getShape()).isEqualTo(new Shape(1, 1, 1, 1));
      assertThat(norm.shifted(bias).toFloatArray()).usingTolerance(1e-6).containsExactly(-5f);
    }
  }

  private static void set(BatchNorm norm, String name, float value) {
    norm.getDirectParameters().get(name).getArray().set(new float[] {value});
  }

  /** What was put together of old weights is not used with new ones. */
  @Test
  void newWeightsArePutTogetherAnew() {
    Architecture thin = Architecture.thin(2, 3, 32);
    try (Network network = Network.initialise(thin, 1).freeze();
        Network other = Network.initialise(thin, 2).freeze()) {
      double[] before = pixelGradient(network).getKey();
      network.load(other.state());
      double[] after = pixelGradient(network).getKey();
      assertThat(after).isEqualTo(pixelGradient(other).getKey());
      assertThat(after).isNotEqualTo(before);
    }
  }

  /** A network whose layers cannot all be written runs layer by layer. */
  @Test
  void aPaddedShortcutRunsLayerByLayer() {
    Ventral padded =
        new Ventral.ResNet(
            List.of(1, 1),
            false,
            6,
            Ventral.ResNet.Stem.SMALL_IMAGES,
            Ventral.ResNet.Shortcut.PADDED);
    Architecture resNet = new Architecture(Retina.NONE, padded, 3, 16, Normalisation.IMAGENET);
    assertThat(frozenDistance(resNet, Precision.FLOAT32, Pair::getValue)).isEqualTo(0.0);
  }

  /**
   * Eight bits of mantissa, amplified by batch norm and ReLU: PyTorch 1.13 under {@code
   * autocast(bfloat16)} has logits 0.048 to 0.064 and gradients a cosine of 0.876 to 0.906 away
   * from its float32, in six networks of this kind on noise.
   */
  @Test
  void inBfloat16ItStaysNear() {
    Architecture thin = Architecture.thin(4, 10, 32);
    Trace exact = trace(thin, DataType.FLOAT32, Numerics.EXACT::training);
    Trace fast = trace(thin, DataType.FLOAT32, Numerics.FAST::training);
    double logits = distance(fast.logits, exact.logits);
    assertThat(logits).isLessThan(0.1);
    assertWithMessage("bfloat16 was used").that(logits).isGreaterThan(1e-4);
    assertThat(cosine(fast.allGradients(), exact.allGradients())).isGreaterThan(0.85);
  }

  @Test
  void layersThatItDoesNotKnowAreNamed() {
    Sequential network =
        new Sequential()
            .then("dropout", Dropout.builder().build())
            .then("fc", Linear.builder().setUnits(2).build());
    var error =
        assertThrows(IllegalArgumentException.class, () -> ScriptText.requireKnown(network));
    assertThat(error).hasMessageThat().contains("no layer Dropout; train it with exact numerics");
  }

  @Test
  void aPassLeavesNothingBehind() {
    try (Network network = Network.initialise(Architecture.thin(2, 3, 32), 1)) {
      UnaryOperator<NDArray> pass = Numerics.FAST.training(network);
      pass(network, pass);
      int arrays = network.manager().getManagedArrays().size();
      pass(network, pass);
      assertThat(network.manager().getManagedArrays()).hasSize(arrays);
    }
  }

  private record Trace(
      double[] logits, Map<String, double[]> gradients, Map<String, HostTensor> state) {
    double[] allGradients() {
      return gradients.values().stream().flatMapToDouble(Arrays::stream).toArray();
    }
  }

  private static Trace trace(
      Architecture architecture,
      DataType type,
      Function<Network, UnaryOperator<NDArray>> numerics) {
    try (Network network = Network.initialise(architecture, 3, type, Device.cpu())) {
      double[] logits = pass(network, numerics.apply(network));
      Map<String, double[]> gradients = new LinkedHashMap<>();
      network
          .weights()
          .forEach((name, weight) -> gradients.put(name, doubles(weight.getGradient())));
      return new Trace(logits, gradients, network.state());
    }
  }

  private static double[] pass(Network network, UnaryOperator<NDArray> pass) {
    int side = network.architecture().imageSize();
    try (NDManager scope = network.manager().newSubManager();
        Autograd.Mode on = Autograd.recording()) {
      Engine.getInstance().setRandomSeed(4);
      NDArray rows = scope.randomUniform(0, 1, new Shape(8, side, side, 3), network.dataType());
      NDArray logits = pass.apply(rows.transpose(0, 3, 1, 2));
      Autograd.backward(logits.square());
      return doubles(logits);
    }
  }

  private static double distance(double[] a, double[] b) {
    double difference = 0;
    double length = 0;
    for (int i = 0; i < b.length; i++) {
      difference += Math.pow(a[i] - b[i], 2);
      length += b[i] * b[i];
    }
    return Math.sqrt(difference / length);
  }

  private static double cosine(double[] a, double[] b) {
    return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
  }

  private static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }
}
