package org.opponency.study.store;

import static org.opponency.io.Text.format;

import java.util.List;
import java.util.function.Consumer;
import org.opponency.attacks.AttackProgress;
import org.opponency.attacks.AttackProtocol;
import org.opponency.attacks.AttackedBatch;
import org.opponency.attacks.RobustAccuracy;
import org.opponency.attacks.RobustnessRun;
import org.opponency.engine.MemoryLimit;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.io.Progress;
import org.opponency.models.VisionModel;

/**
 * Attacks networks once: every batch is kept as soon as it is done, so that a run which is stopped
 * loses one at most and ends with the same bits.
 *
 * @param store where batches are kept
 * @param progress told after each batch
 */
public record RobustnessCache(ResultStore store, Consumer<Progress> progress) {
  /**
   * How a network does under attack.
   *
   * @param subject what to call the network, such as {@code width 4, run 1}
   * @param images labels are the network's classes
   * @throws IllegalStateException if what is kept is stale or damaged, or the thread is interrupted
   */
  public RobustAccuracy of(
      String subject,
      VisionModel vision,
      ImageSet images,
      Preprocessing preprocessing,
      AttackProtocol protocol) {
    return MemoryLimit.fitting(
        protocol.batchSize(),
        notice -> progress.accept(new Progress(subject, 0, 1, notice)),
        size -> kept(subject, vision, images, preprocessing, protocol.withBatchSize(size)));
  }

  private RobustAccuracy kept(
      String subject,
      VisionModel vision,
      ImageSet images,
      Preprocessing preprocessing,
      AttackProtocol protocol) {
    var key =
        new ResultKey(
            "robustness",
            RobustAccuracy.VERSION,
            subject + " on " + images.name(),
            vision.digest(),
            images.digest(),
            preprocessing.digest(),
            protocol.toString());
    List<AttackedBatch> batches =
        store.continued(
            key,
            AttackedBatch.class,
            earlier ->
                new RobustnessRun(
                    vision,
                    images,
                    preprocessing,
                    protocol,
                    earlier,
                    step -> progress.accept(progress(subject, step))));
    return RobustAccuracy.of(protocol, images.size(), batches);
  }

  private static Progress progress(String subject, AttackProgress step) {
    String detail =
        format(
            "%s  epsilon %s  %d of %d images broken",
            step.attack(), step.epsilon(), step.broken(), step.images());
    return new Progress("attacking " + subject, step.done(), step.total(), detail);
  }
}
