package org.opponency.training;

import static org.opponency.io.Text.format;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.loss.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.opponency.engine.Autograd;
import org.opponency.engine.MemoryLimit;
import org.opponency.models.Network;
import org.opponency.models.Pixels;
import org.opponency.models.Replication;

/**
 * A network on one device, which takes its share of a batch as a whole or, where that does not fit
 * into the device's memory, part by part. Batch norm sees one part at a time.
 */
final class Replica implements AutoCloseable {
  private final Network network;
  private final UnaryOperator<NDArray> forward;
  private final Consumer<String> notices;
  private final Loss crossEntropy = Loss.softmaxCrossEntropyLoss();
  private int most;

  /**
   * Takes over a network.
   *
   * @param forward from its pixels to its logits, recorded, in training mode
   * @param most images at a time
   * @param notices told when {@code most} was too much
   */
  Replica(Network network, UnaryOperator<NDArray> forward, int most, Consumer<String> notices) {
    this.network = network;
    this.forward = forward;
    this.most = most;
    this.notices = notices;
  }

  /**
   * Adds what a share of a batch has in the gradient of the batch's mean loss to the gradients of
   * the weights. If memory is short, all of the share is taken again, in parts half as large; the
   * running statistics of the layers that were reached then count those images twice.
   */
  List<PartLoss> add(BatchShare share) {
    while (true) {
      List<BatchShare> parts = share.inPartsOf(most);
      List<PartLoss> losses = new ArrayList<>();
      try {
        parts.forEach(part -> losses.add(addPart(part)));
        return losses;
      } catch (EngineException e) {
        losses.forEach(PartLoss::close);
        halve(parts.get(parts.size() - 1).size(), e);
      }
    }
  }

  private PartLoss addPart(BatchShare part) {
    try (NDManager scope = network.manager().newSubManager()) {
      NDArray pixels = Pixels.of(scope, part.batch(), part.from(), part.to());
      NDArray labels = scope.create(part.labels());
      NDArray logits;
      NDArray mean;
      try (Autograd.Mode on = Autograd.recording()) {
        logits = forward.apply(pixels);
        mean = crossEntropy.evaluate(new NDList(labels), new NDList(logits));
        Autograd.backward(mean, part.weight());
      }
      NDArray hits = Validation.hits(logits, labels);
      NDArray loss = mean.stopGradient();
      loss.attach(network.manager());
      hits.attach(network.manager());
      return new PartLoss(loss, hits, part.size());
    }
  }

  private void halve(int tried, EngineException shortage) {
    if (tried == 1 || !MemoryLimit.isReached(shortage)) {
      throw shortage;
    }
    most = (tried + 1) / 2;
    network.weights().values().forEach(Autograd::forgetGradient);
    notices.accept(
        format(
            "%d images at a time do not fit into the memory of %s: taking %d",
            tried, network.manager().getDevice(), most));
  }

  /** Takes over the weights and statistics of another replica. */
  void follow(Replica leader) {
    Replication.copy(leader.network, network);
  }

  /** Moves all gradients to another replica, which adds them to its own. */
  void giveGradientsTo(Replica leader) {
    Replication.moveGradients(network, leader.network);
  }

  @Override
  public void close() {
    network.close();
  }
}
