package org.opponency.training;

import static org.opponency.io.Text.format;

import org.opponency.images.Unreadable;
import org.opponency.images.batch.BatchPlan;
import org.opponency.images.batch.Batches;
import org.opponency.images.batch.ImageTransform;
import org.opponency.images.batch.VisitingOrder;

/**
 * The batches that a run learns from: the same whenever they are made.
 *
 * @param training the run
 */
record TrainingBatches(Training training) {
  /** The rest of an epoch from a batch on, in batches of a size. */
  Batches open(int batchSize, int epoch, int from) {
    return BatchPlan.of(training.train(), batchSize)
        .withOrder(VisitingOrder.shuffled(training.train().size(), training.seed(), epoch))
        .withoutPartialBatch()
        .startingAt(from)
        .with(ImageTransform.of(training.recipe().augmentation(), training.seed(), epoch))
        .with(Unreadable.SKIP)
        .open();
  }

  /** What to call a batch of an epoch; it is made again, so that none has to be kept for it. */
  String name(int epoch, int number) {
    try (Batches again = open(training.recipe().batchSize(), epoch, number)) {
      return again.hasNext()
          ? DivergedException.name(again.next(), training.train())
          : format("batch %d, of which nothing can be read", number);
    }
  }
}
