package org.opponency.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.loss.Loss;
import java.util.ArrayList;
import java.util.List;
import org.opponency.engine.Autograd;
import org.opponency.models.Architecture;
import org.opponency.models.Network;
import org.opponency.models.parity.NoiseBatch;
import org.opponency.models.parity.NoiseNetwork;
import org.opponency.models.parity.Precision;
import org.opponency.models.parity.Reading;
import org.opponency.models.parity.Sketch;

/** Reads off what steps of training make of a network that Python can draw as well. */
public final class TrainingProbe {
  private final Network network;
  private final Precision precision;
  private final Optimiser optimiser;

  private TrainingProbe(Network network, UpdateRule rule, Precision precision) {
    this.network = network;
    this.precision = precision;
    optimiser = new Optimiser(rule, network);
  }

  /**
   * The loss of each step, then weights and statistics after the last.
   *
   * @param schedule learning rate, in which a step stands for an epoch
   * @param steps how many, each on a batch of its own
   */
  public static List<Reading> read(
      Architecture architecture,
      UpdateRule rule,
      Schedule schedule,
      int steps,
      Precision precision) {
    List<Reading> readings = new ArrayList<>();
    try (Network network = NoiseNetwork.of(architecture, precision)) {
      TrainingProbe probe = new TrainingProbe(network, rule, precision);
      for (int step = 0; step < steps; step++) {
        Sketch loss = probe.step(NoiseBatch.of(architecture, step), schedule.at(step));
        readings.add(new Reading("loss", "step " + (step + 1), loss));
      }
      network
          .state()
          .forEach((name, value) -> readings.add(new Reading("weight", name, Sketch.of(value))));
    }
    return readings;
  }

  private Sketch step(NoiseBatch batch, double rate) {
    try (NDManager scope = network.manager().newSubManager()) {
      NDArray loss;
      try (Autograd.Mode on = Autograd.recording()) {
        NDArray logits = network.logits(batch.pixels(scope, precision), true);
        NDList labels = new NDList(batch.labels(scope));
        loss = Loss.softmaxCrossEntropyLoss().evaluate(labels, new NDList(logits));
        Autograd.backward(loss);
      }
      optimiser.step(rate);
      return Sketch.of(loss);
    }
  }
}
