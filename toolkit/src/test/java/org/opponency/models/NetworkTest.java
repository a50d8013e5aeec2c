package org.opponency.models;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opponency.engine.Autograd;
import org.opponency.engine.HostTensor;
import org.opponency.images.Normalisation;

class NetworkTest {
  private static final Architecture SMALL =
      new Architecture(
          new Retina(2, 3),
          new Ventral.ResNet(List.of(1, 1), true, 2),
          3,
          16,
          Normalisation.IMAGENET);

  @Test
  void resNet50HasTorchvisionsParameterCount() {
    try (Network network = Network.initialise(Architecture.resNet50(4).withoutRetina(), 1)) {
      assertThat(network.parameterCount()).isEqualTo(25_557_032);
    }
  }

  @Test
  void summaryCountsShapesAndParameters() {
    try (Network network = Network.initialise(SMALL, 1)) {
      Map<String, LayerSummary> summary = new LinkedHashMap<>();
      network.summary().forEach(layer -> summary.put(layer.name(), layer));
      assertThat(summary.keySet()).containsExactlyElementsIn(network.layers()).inOrder();
      LayerSummary conv = summary.get("retina.retina_conv2");
      assertThat(conv.kind()).isEqualTo("Conv2d 3x3");
      assertThat(conv.outputShape()).isEqualTo(new long[] {2, 16, 16});
      assertThat(conv.parameters()).isEqualTo(32 * 2 * 9 + 2);
      assertThat(summary.get("ventral.bn1").parameters()).isEqualTo(2 + 2);
      assertThat(summary.get("ventral").outputShape()).isEqualTo(new long[] {3});
      assertThat(summary.get("retina").parameters() + summary.get("ventral").parameters())
          .isEqualTo(network.parameterCount());
    }
  }

  @Test
  void sameSeedGivesTheSameWeights() {
    try (Network first = Network.initialise(SMALL, 7);
        Network again = Network.initialise(SMALL, 7);
        Network other = Network.initialise(SMALL, 8)) {
      assertThat(again.state()).isEqualTo(first.state());
      assertThat(other.state().get("retina.retina_conv1.weight"))
          .isNotEqualTo(first.state().get("retina.retina_conv1.weight"));
    }
  }

  @Test
  void loadBringsBackTheWholeState() {
    try (Network from = Network.initialise(SMALL, 1);
        Network to = Network.initialise(SMALL, 2);
        NDManager scope = from.manager().newSubManager();
        Autograd.Mode off = Autograd.off()) {
      from.logits(noise(scope), true);
      to.load(from.state());
      assertThat(to.state()).isEqualTo(from.state());
      assertThat(to.state().get("ventral.bn1.num_batches_tracked")).isEqualTo(HostTensor.ofLong(1));
      assertThat(Numbers.of(to.logits(noise(scope), false)))
          .isEqualTo(Numbers.of(from.logits(noise(scope), false)));
    }
  }

  @Test
  void loadConvertsToTheNetworksType() {
    try (Network from = Network.initialise(SMALL, 1);
        Network to = Network.initialise(SMALL, 2, DataType.FLOAT64, Device.cpu())) {
      to.load(from.state());
      HostTensor weight = to.state().get("ventral.fc.weight");
      assertThat(weight.type()).isEqualTo(DataType.FLOAT64);
      assertThat(Numbers.of(weight)).isEqualTo(Numbers.of(from.state().get("ventral.fc.weight")));
    }
  }

  @Test
  void refusedWeightsChangeNothing() {
    try (Network network = Network.initialise(SMALL, 1)) {
      Map<String, HostTensor> before = network.state();
      Map<String, HostTensor> wrong = new LinkedHashMap<>();
      before.forEach((name, tensor) -> wrong.put(name, zeros(tensor)));
      wrong.remove("ventral.fc.bias");
      var error = assertThrows(IllegalArgumentException.class, () -> network.load(wrong));
      assertThat(error).hasMessageThat().contains("missing ventral.fc.bias");
      assertThat(network.state()).isEqualTo(before);
    }
  }

  private static HostTensor zeros(HostTensor like) {
    int bytes = like.data().remaining();
    return new HostTensor(like.type(), like.shape(), ByteBuffer.allocate(bytes));
  }

  @Test
  void trainingMovesTheStatisticsAndEvaluationDoesNot() {
    try (Network network = Network.initialise(SMALL, 1);
        NDManager scope = network.manager().newSubManager();
        Autograd.Mode off = Autograd.off()) {
      Map<String, HostTensor> before = network.state();
      network.logits(noise(scope), false);
      assertThat(network.state()).isEqualTo(before);
      network.logits(noise(scope), true);
      assertThat(network.state().get("ventral.bn1.running_mean"))
          .isNotEqualTo(before.get("ventral.bn1.running_mean"));
    }
  }

  @Test
  void onlyTheLogitsOutliveAPass() {
    try (Network network = Network.initialise(SMALL, 1);
        NDManager scope = network.manager().newSubManager();
        Autograd.Mode off = Autograd.off()) {
      NDArray pixels = noise(scope);
      NDArray logits = network.logits(pixels, true);
      assertThat(scope.getManagedArrays()).containsExactly(pixels, logits);
    }
  }

  @Test
  void layersBehindTheLastOneAskedForDoNotRun() {
    // Its fully connected layer takes 32 pixels only, so that running it at 24 would fail.
    try (Network network = Network.initialise(Architecture.cifar10(2, 1), 1);
        NDManager scope = network.manager().newSubManager()) {
      NDArray pixels = scope.ones(new Shape(1, 3, 24, 24));
      var layers = List.of("ventral.ventral_conv0", "retina");
      Map<String, NDArray> responses = network.responses(pixels, layers);
      assertThat(responses.get("retina").getShape()).isEqualTo(new Shape(1, 2, 24, 24));
      assertThat(responses.get("ventral.ventral_conv0").getShape())
          .isEqualTo(new Shape(1, 32, 24, 24));
      assertThat(scope.getManagedArrays()).hasSize(3);
      assertThrows(
          RuntimeException.class, () -> network.responses(pixels, List.of("ventral.ventral_fc1")));
    }
  }

  @Test
  void frozenWeightsGetNoGradient() {
    try (Network network = Network.initialise(SMALL, 1).freeze();
        NDManager scope = network.manager().newSubManager();
        Autograd.Mode on = Autograd.recording()) {
      NDArray pixels = noise(scope);
      pixels.setRequiresGradient(true);
      Autograd.backward(network.logits(pixels, false));
      assertThat(Autograd.gradient(pixels).getShape()).isEqualTo(pixels.getShape());
      network.weights().values().forEach(w -> assertThat(w.hasGradient()).isFalse());
    }
  }

  @Test
  void normalisationHappensInside() {
    Architecture plain =
        new Architecture(SMALL.retina(), SMALL.ventral(), 3, SMALL.imageSize(), Normalisation.NONE);
    try (Network network = Network.initialise(SMALL, 1);
        Network bare = Network.initialise(plain, 1);
        NDManager scope = network.manager().newSubManager()) {
      NDArray pixels = noise(scope);
      NDArray mean = scope.create(Normalisation.IMAGENET.mean()).reshape(1, 3, 1, 1);
      NDArray sd = scope.create(Normalisation.IMAGENET.sd()).reshape(1, 3, 1, 1);
      assertThat(Numbers.of(network.logits(pixels, false)))
          .isEqualTo(Numbers.of(bare.logits(pixels.sub(mean).div(sd), false)));
    }
  }

  private static NDArray noise(NDManager manager) {
    float[] values = new float[2 * 3 * 16 * 16];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (1 + Math.sin(0.37 * i)) / 2;
    }
    return manager.create(values, new Shape(2, 3, 16, 16));
  }
}
