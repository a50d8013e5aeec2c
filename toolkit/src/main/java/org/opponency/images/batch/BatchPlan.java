package org.opponency.images.batch;

import static org.opponency.io.Text.format;

import java.util.Objects;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.images.Unreadable;

/**
 * How a set becomes batches. Immutable: each {@code with...} gives a changed copy. The batches
 * depend on nothing else, in particular not on the number of threads.
 *
 * @param images where the images come from
 * @param batchSize images a batch, at least 1
 * @param order indices into {@code images} in the order of visiting; not copied
 * @param dropLast whether a last batch that is not full is left out
 * @param firstBatch number of the batch to begin with, 0 for all
 * @param transform done to every image; what it gives must be of one size within a batch
 * @param unreadable what to do with an image that cannot be decoded
 * @param threads that decode, at least 1
 * @param prefetch batches that are prepared ahead of the consumer, at least 1
 */
public record BatchPlan(
    ImageSet images,
    int batchSize,
    int[] order,
    boolean dropLast,
    int firstBatch,
    ImageTransform transform,
    Unreadable unreadable,
    int threads,
    int prefetch) {
  /** Refuses numbers that make no sense. */
  public BatchPlan {
    Objects.requireNonNull(transform);
    Objects.requireNonNull(unreadable);
    if (batchSize < 1 || firstBatch < 0 || threads < 1 || prefetch < 1) {
      throw new IllegalArgumentException(
          format(
              "Expected batch size, threads and prefetch of at least 1 and a first batch of at"
                  + " least 0; got %d, %d, %d and %d",
              batchSize, threads, prefetch, firstBatch));
    }
    for (int index : order) {
      Objects.checkIndex(index, images.size());
    }
  }

  /**
   * All images in their order, untouched, the last batch kept, unreadable images refused, a thread
   * a processor and two batches ahead.
   */
  public static BatchPlan of(ImageSet images, int batchSize) {
    return new BatchPlan(
        images,
        batchSize,
        VisitingOrder.sequential(images.size()),
        false,
        0,
        ImageTransform.of(Preprocessing.AS_IS),
        Unreadable.REFUSE,
        Runtime.getRuntime().availableProcessors(),
        2);
  }

  /** Visits the images at these indices in this order, such as {@link VisitingOrder#shuffled}. */
  public BatchPlan withOrder(int[] indices) {
    return new BatchPlan(
        images, batchSize, indices, dropLast, firstBatch, transform, unreadable, threads, prefetch);
  }

  /** Leaves out a last batch that is not full. */
  public BatchPlan withoutPartialBatch() {
    return new BatchPlan(
        images, batchSize, order, true, firstBatch, transform, unreadable, threads, prefetch);
  }

  /** Begins with the batch of this number, to resume an epoch. */
  public BatchPlan startingAt(int batch) {
    return new BatchPlan(
        images, batchSize, order, dropLast, batch, transform, unreadable, threads, prefetch);
  }

  /** Transforms every image. */
  public BatchPlan with(ImageTransform change) {
    return new BatchPlan(
        images, batchSize, order, dropLast, firstBatch, change, unreadable, threads, prefetch);
  }

  /** Treats unreadable images this way. */
  public BatchPlan with(Unreadable policy) {
    return new BatchPlan(
        images, batchSize, order, dropLast, firstBatch, transform, policy, threads, prefetch);
  }

  /** Decodes on so many threads and stays at most so many batches ahead. */
  public BatchPlan withThreads(int count, int batchesAhead) {
    return new BatchPlan(
        images, batchSize, order, dropLast, firstBatch, transform, unreadable, count, batchesAhead);
  }

  /** Number of batches in an epoch, whatever {@link #firstBatch} is. */
  public int batches() {
    return dropLast
        ? order.length / batchSize
        : (int) (((long) order.length + batchSize - 1) / batchSize);
  }

  /** Starts decoding; the caller closes what it gets. */
  public Batches open() {
    return new Batches(this);
  }
}
