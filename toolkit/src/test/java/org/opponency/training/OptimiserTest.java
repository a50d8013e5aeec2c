package org.opponency.training;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opponency.engine.Autograd;
import org.opponency.engine.HostTensor;
import org.opponency.images.Normalisation;
import org.opponency.models.Architecture;
import org.opponency.models.Network;
import org.opponency.models.Retina;
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
    Optimiser optimiser = new Optimiser(new UpdateRule.Sgd(0.9, 0.1), network);
    step(optimiser, 2, 0.5);
    assertThat(weight()).isWithin(1e-14).of(-0.05);
    step(optimiser, 2, 0.05);
    assertThat(weight()).isWithin(1e-14).of(-0.05 - 0.05 * (0.9 * 2.1 + 2 - 0.005));
  }

  /** Gradient 2 + 0.1 w, s = 0.1 g^2 at first; the step is lr g / (sqrt(s) + eps). */
  @Test
  void rmsPropDividesByTheRootOfTheSmoothedSquare() {
    setWeights(1);
    Optimiser optimiser = new Optimiser(new UpdateRule.RmsProp(0.9, 0.5, 0.1), network);
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

  /** 384,000 values, which are taken 4,096 rows of 64 at a time: each is updated, and once. */
  @Test
  void aLargeWeightIsUpdatedPartByPart() {
    network.close();
    Ventral hidden = new Ventral.Convolutional(0, 6000);
    Architecture large = new Architecture(new Retina(1, 3), hidden, 3, 8, Normalisation.NONE);
    network = Network.initialise(large, 1, DataType.FLOAT64, Device.cpu());
    setWeights(1);
    step(new Optimiser(new UpdateRule.Sgd(0.9, 0.1), network), 2, 0.5);
    assertThat(network.weights().get("ventral.ventral_fc1.weight").size()).isEqualTo(384_000);
    network.weights().values().forEach(weight -> assertAll(weight, 1 - 0.5 * 2.1));
    setWeights(1);
    step(new Optimiser(new UpdateRule.RmsProp(0.9, 0.5, 0.1), network), 2, 0.5);
    double expected = 1 - 0.5 * 2.1 / (Math.sqrt(0.1 * 2.1 * 2.1) + 0.5);
    network.weights().values().forEach(weight -> assertAll(weight, expected));
  }

  private static void assertAll(NDArray weight, double expected) {
    assertThat(weight.min().getDouble()).isWithin(1e-14).of(expected);
    assertThat(weight.max().getDouble()).isWithin(1e-14).of(expected);
  }

  /** An array as large as the weights at every step would fill any memory in minutes. */
  @Test
  void aStepLeavesNothingBehindButItsState() {
    for (UpdateRule rule :
        List.of(new UpdateRule.Sgd(0.9, 0.1), new UpdateRule.RmsProp(0.9, 0.5, 0.1))) {
      Optimiser optimiser = new Optimiser(rule, network);
      step(optimiser, 2, 0.5);
      step(optimiser, 2, 0.5); // the momentum's number comes with the second step
      int arrays = network.manager().getManagedArrays().size();
      step(optimiser, 2, 0.5);
      step(optimiser, 2, 0.5);
      assertWithMessage("arrays after a step of %s", rule)
          .that(network.manager().getManagedArrays())
          .hasSize(arrays);
    }
  }

  @Test
  void gradientsAreForgottenAfterAStep() {
    Optimiser optimiser = new Optimiser(new UpdateRule.Sgd(0, 0), network);
    step(optimiser, 2, 0.5);
    NDArray weight = network.weights().get(WEIGHT);
    assertThrows(IllegalStateException.class, () -> Autograd.gradient(weight));
  }

  @Test
  void stateGoesOnWhereItWasSaved() {
    setWeights(1);
    Optimiser optimiser = new Optimiser(new UpdateRule.Sgd(0.9, 0.1), network);
    step(optimiser, 2, 0.5);
    Map<String, HostTensor> weights = network.state();
    Map<String, HostTensor> saved = optimiser.state();
    step(optimiser, 3, 0.5);
    double expected = weight();
    network.load(weights);
    Optimiser resumed = new Optimiser(new UpdateRule.Sgd(0.9, 0.1), network);
    resumed.load(saved);
    step(resumed, 3, 0.5);
    assertThat(weight()).isWithin(0).of(expected);
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
