package org.opponency.study.store;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
 * batches of another size are another result, so what was kept of the larger ones is left alone. A
 * result that smaller batches gave in full is read back wherever there is none of larger ones.
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
    var attacked = new Attacked(subject, vision, vision.digest(), images, preprocessing);
    return kept(attacked, protocol)
        .orElseGet(
            () ->
                MemoryLimit.fitting(
                    protocol.batchSize(),
                    notice ->
                        progress.accept(new Progress(subject, 0, 1, "", subject + ": " + notice)),
                    size -> measured(attacked, protocol.withBatchSize(size))));
  }

  /** What is there in full, of batches as large as asked for or, where those did not fit, less. */
  private Optional<RobustAccuracy> kept(Attacked attacked, AttackProtocol protocol) {
    for (int size = protocol.batchSize(); size > 0; size /= 2) {
      AttackProtocol own = protocol.withBatchSize(size);
      var looking = new ResultStore(store.folder()); // for part of a result is given to nobody
      List<AttackOutcomes> batches =
          looking.continued(
              attacked.key(own), AttackOutcomes.class, all -> Collections.emptyIterator());
      if (!attacked.queue(own, batches, step -> {}).hasNext()) {
        store.origins().addAll(looking.origins());
        return Optional.of(RobustAccuracy.of(own, attacked.images().size(), batches));
      }
    }
    return Optional.empty();
  }

  private RobustAccuracy measured(Attacked attacked, AttackProtocol protocol) {
    List<AttackOutcomes> batches =
        store.continued(
            attacked.key(protocol),
            AttackOutcomes.class,
            earlier -> attacked.queue(protocol, earlier, step -> tell(attacked.subject(), step)));
    return RobustAccuracy.of(protocol, attacked.images().size(), batches);
  }

  /** {@code weights} is the network's digest, which takes a look at all of them. */
  private record Attacked(
      String subject,
      VisionModel vision,
      String weights,
      ImageSet images,
      Preprocessing preprocessing) {
    ResultKey key(AttackProtocol protocol) {
      return new ResultKey(
          "robustness",
          RobustAccuracy.VERSION,
          subject + " on " + images.name(),
          weights,
          images.digest(),
          preprocessing.digest(),
          protocol.toString());
    }

    AttackQueue queue(
        AttackProtocol protocol, List<AttackOutcomes> earlier, Consumer<Progress> progress) {
      return new AttackQueue(vision, images, preprocessing, protocol, earlier, progress);
    }
  }

  private void tell(String subject, Progress step) {
    String detail = subject + "  " + step.detail();
    progress.accept(new Progress(step.what(), step.done(), step.total(), detail));
  }
}
