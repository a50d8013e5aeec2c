package org.opponency.training;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.loss.Loss;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opponency.images.Normalisation;
import org.opponency.models.Architecture;
import org.opponency.models.Autograd;
import org.opponency.models.HostTensor;
import org.opponency.models.Network;
import org.opponency.models.Pixels;
import org.opponency.models.Retina;
import org.opponency.models.Safetensors;
import org.opponency.models.Ventral;

class OptimiserTest {
  private static final String WEIGHT = "ventral.ventral_fc2.weight";
  private static final Architecture SMALL =
      new Architecture(new Retina(1, 3), new Ventral.Convolutional(0, 4), 3, 8, Normalisation.NONE);

  private Network network;

  @BeforeEach
  void open() {
    network = Network.initialise(SMALL, 1, DataType.FLOAT64, Device.cpu());
  }

  @AfterEach
  void close() {
    network.close();
  }

  /** lr 0.5, then 0.05; gradient 2; w = 1: v = 2.1, w = -0.05; v = 1.89 + 1.995, w -= 0.19425. */
  @Test
  void sgdKeepsTheRateOutOfTheVelocity() {
    setWeights(1);
    Optimiser optimiser = new Optimiser(new Rule.Sgd(0.9, 0.1), network);
    step(optimiser, 2, 0.5);
    assertThat(weight()).isWithin(1e-14).of(-0.05);
    step(optimiser, 2, 0.05);
    assertThat(weight()).isWithin(1e-14).of(-0.05 - 0.05 * (0.9 * 2.1 + 2 - 0.005));
  }

  /** Gradient 2 + 0.1 w, s = 0.1 g^2 at first; the step is lr g / (sqrt(s) + eps). */
  @Test
  void rmsPropDividesByTheRootOfTheSmoothedSquare() {
    setWeights(1);
    Optimiser optimiser = new Optimiser(new Rule.RmsProp(0.9, 0.5, 0.1), network);
    step(optimiser, 2, 0.5);
    double square = 0.1 * 2.1 * 2.1;
    double expected = 1 - 0.5 * 2.1 / (Math.sqrt(square) + 0.5);
    assertThat(weight()).isWithin(1e-14).of(expected);
    step(optimiser, 2, 0.5);
    double gradient = 2 + 0.1 * expected;
    square = 0.9 * square + 0.1 * gradient * gradient;
    expected -= 0.5 * gradient / (Math.sqrt(square) + 0.5);
    assertThat(weight()).isWithin(1e-14).of(expected);
  }

  /** An array as large as the weights at every step would fill any memory in minutes. */
  @Test
  void aStepLeavesNothingBehindButItsState() {
    for (Rule rule : List.of(new Rule.Sgd(0.9, 0.1), new Rule.RmsProp(0.9, 0.5, 0.1))) {
      Optimiser optimiser = new Optimiser(rule, network);
      step(optimiser, 2, 0.5);
      int arrays = network.manager().getManagedArrays().size();
      step(optimiser, 2, 0.5);
      step(optimiser, 2, 0.5);
      assertWithMessage("arrays after a step of %s", rule)
          .that(network.manager().getManagedArrays())
          .hasSize(arrays);
    }
  }

  @Test
  void gradientsAreZeroAfterAStep() {
    Optimiser optimiser = new Optimiser(new Rule.Sgd(0, 0), network);
    step(optimiser, 2, 0.5);
    try (NDArray gradient = Autograd.gradient(network.weights().get(WEIGHT))) {
      assertThat(gradient.countNonzero().getLong()).isEqualTo(0);
    }
  }

  @Test
  void stateGoesOnWhereItWasSaved() {
    setWeights(1);
    Optimiser optimiser = new Optimiser(new Rule.Sgd(0.9, 0.1), network);
    step(optimiser, 2, 0.5);
    Map<String, HostTensor> weights = network.state();
    Map<String, HostTensor> saved = optimiser.state();
    step(optimiser, 3, 0.5);
    double expected = weight();
    network.load(weights);
    Optimiser resumed = new Optimiser(new Rule.Sgd(0.9, 0.1), network);
    resumed.load(saved);
    step(resumed, 3, 0.5);
    assertThat(weight()).isWithin(0).of(expected);
  }

  @Test
  void twentySgdStepsAcrossADropEqualTorch() throws Exception {
    assertEqualsTorch("sgd", new Rule.Sgd(0.9, 1e-2), 0.02);
  }

  @Test
  void twentyRmsPropStepsAcrossADropEqualTorch() throws Exception {
    assertEqualsTorch("rmsprop", new Rule.RmsProp(0.9, 1e-8, 1e-2), 1e-3);
  }

  private void assertEqualsTorch(String name, Rule rule, double rate) throws Exception {
    Map<String, HostTensor> golden = golden();
    network.load(under(golden, "state."));
    Optimiser optimiser = new Optimiser(rule, network);
    for (int i = 0; i < 20; i++) {
      backward(golden);
      optimiser.step(i < 10 ? rate : rate * 0.1);
    }
    Map<String, HostTensor> state = network.state();
    under(golden, name + ".")
        .forEach(
            (parameter, expected) -> {
              for (int i = 0; i < expected.data().remaining(); i += Double.BYTES) {
                double value = expected.data().getDouble(i);
                assertWithMessage("%s[%s]", parameter, i / Double.BYTES)
                    .that(state.get(parameter).data().getDouble(i))
                    .isWithin(1e-8 * Math.abs(value))
                    .of(value);
              }
            });
  }

  private void backward(Map<String, HostTensor> golden) {
    try (NDManager scope = network.manager().newSubManager();
        Autograd.Mode on = Autograd.recording()) {
      byte[] bytes = new byte[golden.get("pixels").data().remaining()];
      golden.get("pixels").data().duplicate().get(bytes);
      NDArray logits = network.logits(Pixels.of(scope, bytes, 8, 8, DataType.FLOAT64), true);
      NDList labels = new NDList(golden.get("labels").toArray(scope));
      Autograd.backward(Loss.softmaxCrossEntropyLoss().evaluate(labels, new NDList(logits)));
    }
  }

  private static Map<String, HostTensor> golden() throws Exception {
    var file = OptimiserTest.class.getResource("golden/optimisers.safetensors");
    return Safetensors.read(Path.of(file.toURI())).tensors();
  }

  private static Map<String, HostTensor> under(Map<String, HostTensor> tensors, String prefix) {
    Map<String, HostTensor> result = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) -> {
          if (name.startsWith(prefix)) {
            result.put(name.substring(prefix.length()), tensor);
          }
        });
    return result;
  }

  private void setWeights(double value) {
    try (Autograd.Mode off = Autograd.off()) {
      network.weights().values().forEach(w -> w.muli(0).addi(value));
    }
  }

  private double weight() {
    return network.weights().get(WEIGHT).getDouble(0, 0);
  }

  /** One step with the same gradient for every weight. */
  private void step(Optimiser optimiser, double gradient, double rate) {
    try (NDManager scope = network.manager().newSubManager();
        Autograd.Mode on = Autograd.recording()) {
      for (NDArray weight : network.weights().values()) {
        NDArray loss = weight.mul(gradient);
        loss.attach(scope);
        Autograd.backward(loss);
      }
    }
    optimiser.step(rate);
  }
}
