package org.opponency.models.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.loss.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opponency.engine.Autograd;
import org.opponency.engine.HostTensor;
import org.opponency.models.Architecture;
import org.opponency.models.Network;

/** Reads off everything that a network makes of one batch. */
public final class NetworkProbe {
  private static final String STEP = "training step";

  private final Network network;
  private final Precision precision;
  private final NoiseBatch batch;
  private final List<Reading> readings = new ArrayList<>();

  private NetworkProbe(Network network, Precision precision) {
    this.network = network;
    this.precision = precision;
    batch = NoiseBatch.of(network.architecture(), 0);
  }

  /**
   * The output of every layer in eval mode, then of one training step logits, loss, gradient of the
   * loss with respect to the pixels, statistics and gradients with respect to the weights.
   */
  public static List<Reading> read(Architecture architecture, Precision precision) {
    try (Network network = NoiseNetwork.of(architecture, precision)) {
      NetworkProbe probe = new NetworkProbe(network, precision);
      probe.layers();
      probe.step();
      return probe.readings;
    }
  }

  private void layers() {
    try (NDManager scope = network.manager().newSubManager();
        Autograd.Mode off = Autograd.off()) {
      network
          .responses(batch.pixels(scope, precision), network.layers())
          .forEach((layer, output) -> add("eval", layer, output));
    }
  }

  private void step() {
    try (NDManager scope = network.manager().newSubManager();
        Autograd.Mode on = Autograd.recording()) {
      NDArray pixels = batch.pixels(scope, precision);
      pixels.setRequiresGradient(true);
      NDArray logits = network.logits(pixels, true);
      NDList labels = new NDList(batch.labels(scope));
      NDArray loss = Loss.softmaxCrossEntropyLoss().evaluate(labels, new NDList(logits));
      Autograd.backward(loss);
      add("logits", STEP, logits);
      add("loss", STEP, loss);
      addGradient("input gradient", STEP, pixels);
    }
    Map<String, HostTensor> statistics = network.state();
    statistics.keySet().removeAll(network.weights().keySet());
    statistics.forEach(
        (name, tensor) -> readings.add(new Reading("statistic", name, Sketch.of(tensor))));
    network.weights().forEach((name, weight) -> addGradient("gradient", name, weight));
  }

  private void addGradient(String quantity, String name, NDArray leaf) {
    try (NDArray gradient = Autograd.gradient(leaf)) {
      add(quantity, name, gradient);
    }
  }

  private void add(String quantity, String name, NDArray array) {
    readings.add(new Reading(quantity, name, Sketch.of(array)));
  }
}
