package org.opponency.models;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.opponency.models.Numbers.assertClose;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds networks to PyTorch's numbers for the same weights and pixels. */
class NetworkGoldenTest {
  private static final int SAMPLES = 32;
  private static final double TOLERANCE = 1e-5;

  static Stream<Golden> networks() {
    return Stream.of(Golden.bottleneck(), Golden.basic());
  }

  @ParameterizedTest
  @ValueSource(ints = {18, 50})
  void resNetHasTorchvisionsNamesAndShapes(int depth) throws Exception {
    assertState(Architecture.resNet(depth, new Retina(4, 7)), "resnet%d-4".formatted(depth));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void cifar10HasPyTorchsNamesAndShapes(int depth) throws Exception {
    assertState(Architecture.cifar10(4, depth), "cifar10-4-" + depth);
  }

  private static void assertState(Architecture architecture, String golden) throws Exception {
    try (Network network = Network.initialise(architecture, 1)) {
      Stream<String> state =
          network.state().entrySet().stream().map(e -> line(e.getKey(), e.getValue()));
      assertThat(state.toList()).containsExactlyElementsIn(Golden.stateDict(golden)).inOrder();
    }
  }

  private static String line(String name, HostTensor tensor) {
    StringBuilder line = new StringBuilder(name);
    for (long side : tensor.shape()) {
      line.append(' ').append(side);
    }
    return line.toString();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void logitsInEvalModeEqualTorch(Golden golden) {
    for (DataType type : new DataType[] {DataType.FLOAT64, DataType.FLOAT32}) {
      try (Network network = golden.network(type);
          NDManager scope = network.manager().newSubManager()) {
        NDArray logits = network.logits(golden.pixels(scope, type), false);
        assertClose(
            type + " logits", Numbers.of(logits), expected(golden, "eval.logits"), TOLERANCE);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void everyLayerEqualsTorch(Golden golden) {
    try (Network network = golden.network(DataType.FLOAT64);
        NDManager scope = network.manager().newSubManager()) {
      Map<String, HostTensor> expected = golden.under("eval.layer.");
      assertThat(network.layers()).containsExactlyElementsIn(expected.keySet());
      network
          .responses(golden.pixels(scope, DataType.FLOAT64), network.layers())
          .forEach(
              (layer, response) ->
                  assertClose(
                      layer,
                      sample(Numbers.of(response)),
                      Numbers.of(expected.get(layer)),
                      TOLERANCE));
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void trainingStepEqualsTorch(Golden golden) {
    try (Network network = golden.network(DataType.FLOAT64);
        NDManager scope = network.manager().newSubManager()) {
      NDArray logits = backward(golden, network, scope);
      assertClose("logits", Numbers.of(logits), expected(golden, "train.logits"), TOLERANCE);
      network
          .weights()
          .forEach(
              (name, weight) -> {
                try (NDArray gradient = Autograd.gradient(weight)) {
                  double[] expected = expected(golden, "train.gradient." + name);
                  assertClose("gradient of " + name, Numbers.of(gradient), expected, TOLERANCE);
                }
              });
      Map<String, HostTensor> state = network.state();
      golden
          .under("train.state.")
          .forEach(
              (name, statistic) ->
                  assertClose(name, Numbers.of(state.get(name)), Numbers.of(statistic), TOLERANCE));
    }
  }

  private static NDArray backward(Golden golden, Network network, NDManager scope) {
    try (Autograd.Mode on = Autograd.recording()) {
      NDArray logits = network.logits(golden.pixels(scope, DataType.FLOAT64), true);
      NDArray labels = golden.labels(scope).expandDims(1);
      Autograd.backward(logits.logSoftmax(1).gather(labels, 1).mean().neg());
      return logits;
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void everyLayerOfTheGoldenNetworksIsAlive(Golden golden) {
    golden
        .under("eval.layer.")
        .forEach(
            (layer, sample) ->
                assertWithMessage(layer)
                    .that(DoubleStream.of(Numbers.of(sample)).max().getAsDouble())
                    .isGreaterThan(0.0));
  }

  private static double[] expected(Golden golden, String name) {
    return Numbers.of(golden.get(name));
  }

  /** As the script samples a layer. */
  private static double[] sample(double[] values) {
    int step = (values.length + SAMPLES - 1) / SAMPLES;
    return IntStream.range(0, values.length)
        .filter(i -> i % step == 0)
        .mapToDouble(i -> values[i])
        .toArray();
  }
}
