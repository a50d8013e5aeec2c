package org.opponency.study.store;

import java.util.List;
import java.util.function.Consumer;
import org.opponency.attacks.AttackOutcomes;
import org.opponency.attacks.AttackProtocol;
import org.opponency.attacks.AttackQueue;
import org.opponency.attacks.RobustAccuracy;
import org.opponency.engine.MemoryLimit;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.io.Progress;
import org.opponency.models.VisionModel;

/**
 * Attacks networks once: every batch is kept as soon as it is done, so that a run which is stopped
 * loses one at most and ends with the same bits. A batch that does not fit into memory is halved;
 * batches of another size are another result, so what was kept of the larger ones is left alone.
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
    List<AttackOutcomes> batches =
        store.continued(
            key,
            AttackOutcomes.class,
            earlier ->
                new AttackQueue(
                    vision, images, preprocessing, protocol, earlier, step -> tell(subject, step)));
    return RobustAccuracy.of(protocol, images.size(), batches);
  }

  private void tell(String subject, Progress step) {
    String what = step.what() + " " + subject;
    progress.accept(new Progress(what, step.done(), step.total(), step.detail()));
  }
}
