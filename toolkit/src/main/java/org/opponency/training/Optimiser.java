package org.opponency.training;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.opponency.engine.Autograd;
import org.opponency.engine.HostTensor;
import org.opponency.models.Network;

/**
 * Applies a {@link UpdateRule} to a network's weights. DJL's own SGD folds the learning rate into
 * the velocity and keeps it to itself: it differs from PyTorch after a drop and cannot be resumed.
 */
final class Optimiser {
  /** Values of a weight at a time: what a step makes of them stays in the processor's cache. */
  private static final long PART = 1 << 18;

  private final UpdateRule rule;
  private final Map<String, NDArray> weights;
  private final Map<String, NDArray> states = new LinkedHashMap<>();
  private final NDManager manager;
  private final NDManager host;
  private final DataType type;
  private final long part;
  private final Map<Double, NDArray> numbers = new HashMap<>();

  Optimiser(UpdateRule rule, Network network) {
    this.rule = rule;
    weights = network.weights();
    type = network.dataType();
    manager = network.manager();
    host = manager.newSubManager(Device.cpu());
    part = manager.getDevice().isGpu() ? Long.MAX_VALUE : PART;
  }

  /**
   * A number as the tensor engine wants it: of the weights' type, or each operation would convert
   * it first. It stays in the processor's memory, from where an operation on a GPU takes it along;
   * DJL would copy it to the GPU each time, and wait for it.
   */
  private NDArray number(double value) {
    return numbers.computeIfAbsent(value, v -> host.create(v).toType(type, false));
  }

  /** One step with the gradients that have reached the weights, which are forgotten after it. */
  void step(double rate) {
    try (Autograd.Mode off = Autograd.off()) {
      weights.forEach((name, weight) -> update(name, weight, rate));
    }
  }

  private void update(String name, NDArray weight, double rate) {
    NDArray state = states.computeIfAbsent(name, n -> zeros(weight));
    long rows = weight.getShape().get(0);
    long atOnce = weight.size() <= part ? rows : Math.max(1, part * rows / weight.size());
    try (NDArray gradient = Autograd.gradient(weight)) {
      for (long from = 0; from < rows; from += atOnce) {
        try (NDManager scope = manager.newSubManager()) {
          if (atOnce == rows) {
            update(weight, gradient, state, rate, scope);
          } else {
            NDIndex some = new NDIndex().addSliceDim(from, Math.min(rows, from + atOnce));
            update(
                weight.get(scope, some),
                gradient.get(scope, some),
                state.get(scope, some),
                rate,
                scope);
          }
        }
      }
    }
    Autograd.forgetGradient(weight);
  }

  /** What an operation gives stays with its first operand: here, else one array more a step. */
  private void update(
      NDArray weight, NDArray gradient, NDArray state, double rate, NDManager scope) {
    NDArray decayed = weight.mul(number(rule.weightDecay()));
    decayed.attach(scope);
    decayed.addi(gradient);
    NDArray step =
        rule instanceof UpdateRule.Sgd sgd
            ? state.muli(number(sgd.momentum())).addi(decayed)
            : normalised(state, (UpdateRule.RmsProp) rule, decayed);
    NDArray scaled = step.mul(number(rate));
    scaled.attach(scope);
    weight.subi(scaled);
  }

  private NDArray normalised(NDArray square, UpdateRule.RmsProp rms, NDArray gradient) {
    NDArray squared = gradient.square();
    square.muli(number(rms.alpha())).addi(squared.muli(number(1 - rms.alpha())));
    NDArray root = square.sqrt();
    root.attach(gradient.getManager());
    return gradient.div(root.addi(number(rms.epsilon())));
  }

  private NDArray zeros(NDArray like) {
    NDArray zeros = like.zerosLike();
    zeros.attach(manager);
    return zeros;
  }

  /** A copy of the state of each weight that has one. */
  Map<String, HostTensor> state() {
    Map<String, HostTensor> copy = new LinkedHashMap<>();
    states.forEach((name, array) -> copy.put(name, HostTensor.of(array)));
    return copy;
  }

  /** Goes on from a copied state. */
  void load(Map<String, HostTensor> saved) {
    saved.forEach((name, tensor) -> states.put(name, tensor.toArray(manager)));
  }
}
