package org.opponency.models;

import static com.google.common.truth.Truth.assertThat;

import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opponency.engine.HostTensor;

/** Checks moments and ranges of the weights that PyTorch's formulas promise. */
class InitialisersTest {
  private Network network;
  private Map<String, HostTensor> state;

  @BeforeEach
  void initialise() {
    network = Network.initialise(Architecture.thin(4, 200, 32), 11);
    state = network.state();
  }

  @AfterEach
  void close() {
    network.close();
  }

  @Test
  void retinaIsXavierUniformWithZeroBias() {
    assertUniform("retina.retina_conv1.weight", Math.sqrt(6.0 / (3 * 49 + 32 * 49)));
    assertUniform("retina.retina_conv2.weight", Math.sqrt(6.0 / (32 * 49 + 4 * 49)));
    assertThat(maximum(values("retina.retina_conv1.bias"))).isWithin(0).of(0);
    assertThat(maximum(values("retina.retina_conv2.bias"))).isWithin(0).of(0);
  }

  @Test
  void convolutionsOfTheResNetAreKaimingNormalByFanOut() {
    assertNormal("ventral.layer4.0.conv2.weight", Math.sqrt(2.0 / (128 * 9)));
    assertNormal("ventral.layer4.0.conv3.weight", Math.sqrt(2.0 / 512));
    assertNormal("ventral.layer3.0.downsample.0.weight", Math.sqrt(2.0 / 256));
  }

  @Test
  void rebuiltFirstConvolutionHasPyTorchsDefault() {
    assertUniform("ventral.conv1.weight", 1 / Math.sqrt(4 * 49));
  }

  @Test
  void firstConvolutionOnThreeChannelsIsTorchvisions() {
    try (Network bare = Network.initialise(Architecture.thin(4, 10, 32).withoutRetina(), 11)) {
      state = bare.state();
      assertNormal("ventral.conv1.weight", Math.sqrt(2.0 / (16 * 49)));
    }
  }

  @Test
  void lastLayerHasPyTorchsDefault() {
    assertUniform("ventral.fc.weight", 1 / Math.sqrt(512));
    double bound = 1 / Math.sqrt(512);
    double[] bias = values("ventral.fc.bias");
    assertThat(maximum(bias)).isAtMost(bound * (1 + 1e-6));
    assertThat(maximum(bias)).isGreaterThan(0.9 * bound);
  }

  @Test
  void cifar10IsXavierUniformThroughout() {
    try (Network cifar = Network.initialise(Architecture.cifar10(1, 1), 11)) {
      state = cifar.state();
      assertUniform("ventral.ventral_conv0.weight", Math.sqrt(6.0 / (81 + 32 * 81)));
      assertUniform("ventral.ventral_fc2.weight", Math.sqrt(6.0 / (1024 + 10)));
      assertThat(maximum(values("ventral.ventral_fc1.bias"))).isWithin(0).of(0);
    }
  }

  @Test
  void batchNormStartsAsTheIdentity() {
    assertThat(values("ventral.bn1.weight")).usingTolerance(0).containsExactly(constant(1));
    assertThat(values("ventral.bn1.running_var")).usingTolerance(0).containsExactly(constant(1));
    assertThat(values("ventral.bn1.bias")).usingTolerance(0).containsExactly(constant(0));
    assertThat(values("ventral.bn1.running_mean")).usingTolerance(0).containsExactly(constant(0));
  }

  private static double[] constant(double value) {
    return DoubleStream.generate(() -> value).limit(16).toArray();
  }

  /** U(-bound, bound): inside, reaching the bounds, with their standard deviation. */
  private void assertUniform(String name, double bound) {
    double[] values = values(name);
    assertThat(maximum(values)).isAtMost(bound * (1 + 1e-6));
    assertThat(maximum(values)).isGreaterThan(0.99 * bound);
    assertThat(deviation(values)).isWithin(0.05 * bound).of(bound / Math.sqrt(3));
    assertCentred(values, bound / Math.sqrt(3));
  }

  /** N(0, sd^2): its standard deviation, and tails that no uniform distribution has. */
  private void assertNormal(String name, double sd) {
    double[] values = values(name);
    assertThat(deviation(values)).isWithin(0.05 * sd).of(sd);
    assertThat(maximum(values)).isGreaterThan(2.5 * sd);
    assertCentred(values, sd);
  }

  private static void assertCentred(double[] values, double sd) {
    double mean = DoubleStream.of(values).average().getAsDouble();
    assertThat(mean).isWithin(4 * sd / Math.sqrt(values.length)).of(0);
  }

  private double[] values(String name) {
    return Numbers.of(state.get(name));
  }

  private static double maximum(double[] values) {
    return DoubleStream.of(values).map(Math::abs).max().getAsDouble();
  }

  private static double deviation(double[] values) {
    return Math.sqrt(DoubleStream.of(values).map(v -> v * v).average().getAsDouble());
  }
}
