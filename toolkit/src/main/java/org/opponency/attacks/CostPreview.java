package org.opponency.attacks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.time.Duration;
import org.opponency.models.VisionModel;

/**
 * What a measurement will cost, before it begins.
 *
 * @param images how many are attacked
 * @param gradients so many gradients are taken at most, an image and step each
 * @param passes so many forward passes beside these at most
 * @param millisecondsPerGradient measured on one batch
 * @param seconds at most, at that speed; a gradient counts as two forward passes
 */
public record CostPreview(
    int images, long gradients, long passes, double millisecondsPerGradient, double seconds) {
  private static final double PASSES_PER_GRADIENT = 2;

  /**
   * Times two gradients of one batch and counts what the protocol may take. In modes other than
   * full most of it will not be needed, which nobody knows before.
   */
  public static CostPreview of(VisionModel vision, AttackProtocol protocol, int images) {
    double milliseconds =
        Math.min(millisecondsPerImage(vision, protocol), millisecondsPerImage(vision, protocol));
    long gradients = images * protocol.attacks().stream().mapToLong(protocol::gradients).sum();
    long passes = (long) images * (1 + protocol.attacks().size() * protocol.epsilons().size());
    return at(milliseconds, images, gradients, passes);
  }

  /** What counts cost at a speed. */
  static CostPreview at(double milliseconds, int images, long gradients, long passes) {
    double seconds = (gradients + passes / PASSES_PER_GRADIENT) * milliseconds / 1000;
    return new CostPreview(images, gradients, passes, milliseconds, seconds);
  }

  private static double millisecondsPerImage(VisionModel vision, AttackProtocol protocol) {
    int side = vision.architecture().imageSize();
    try (NDManager scope = vision.manager().newSubManager()) {
      NDArray grey = scope.full(new Shape(protocol.batchSize(), 3, side, side), 0.5f);
      int[] labels = new int[protocol.batchSize()];
      AttackBatch batch = AttackBatch.of(vision, grey, labels, 0, 0);
      long start = System.nanoTime();
      batch.lossGradient(grey);
      return (System.nanoTime() - start) / 1e6 / protocol.batchSize();
    }
  }

  /** The time in words, such as {@code 12 min}. */
  public String time() {
    Duration time = Duration.ofSeconds(Math.round(seconds));
    return time.toMinutes() >= 2 ? time.toMinutes() + " min" : time.toSeconds() + " s";
  }
}
