package org.opponency.images.batch;

import static org.opponency.io.Text.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.stream.IntStream;
import org.opponency.images.Picture;
import org.opponency.images.RgbImage;
import org.opponency.images.SkippedImage;
import org.opponency.images.Unreadable;
import org.opponency.images.UnreadableImageException;

/**
 * The batches of one pass over a set, decoded in parallel ahead of the one consumer. What fails in
 * a decoding thread is thrown by {@link #next}. Closing stops the threads, whenever it comes.
 */
public final class Batches implements Iterator<Batch>, AutoCloseable {
  private final BatchPlan plan;
  private final ExecutorService workers;
  private final Queue<Pending> ahead = new ArrayDeque<>();
  private final List<SkippedImage> skipped = new ArrayList<>();
  private int unsubmitted;
  private Batch next;

  Batches(BatchPlan plan) {
    this.plan = plan;
    this.unsubmitted = plan.firstBatch();
    this.workers = Executors.newFixedThreadPool(plan.threads(), daemons());
    submit();
  }

  /**
   * Whether another batch comes; waits for it.
   *
   * @throws UnreadableImageException if an image cannot be decoded and the plan refuses that
   * @throws IllegalArgumentException if a batch's images differ in size
   * @throws CancellationException if the waiting thread is interrupted
   */
  @Override
  public boolean hasNext() {
    while (next == null && !ahead.isEmpty()) {
      Batch batch = assemble(ahead.remove());
      submit();
      // A batch of which nothing could be read is passed over.
      next = batch.size() > 0 ? batch : null;
    }
    return next != null;
  }

  /** The next batch, with the errors of {@link #hasNext}. */
  @Override
  public Batch next() {
    if (!hasNext()) {
      throw new NoSuchElementException("No batch is left");
    }
    Batch batch = next;
    next = null;
    return batch;
  }

  /** The images left out of the batches given so far. */
  public List<SkippedImage> skipped() {
    return Collections.unmodifiableList(skipped);
  }

  /** Stops the decoding threads; what was not given yet is dropped. */
  @Override
  public void close() {
    workers.shutdownNow();
    ahead.clear();
    next = null;
  }

  private record Pending(int number, int[] indices, List<Future<RgbImage>> images) {}

  private static ThreadFactory daemons() {
    return work -> {
      Thread thread = new Thread(work, "image-decoding");
      thread.setDaemon(true);
      return thread;
    };
  }

  private void submit() {
    while (ahead.size() < plan.prefetch() && unsubmitted < plan.batches()) {
      int start = unsubmitted * plan.batchSize();
      int end = Math.min(start + plan.batchSize(), plan.order().length);
      int[] indices = Arrays.copyOfRange(plan.order(), start, end);
      List<Future<RgbImage>> images =
          IntStream.of(indices).mapToObj(i -> workers.submit(() -> load(i))).toList();
      ahead.add(new Pending(unsubmitted++, indices, images));
    }
  }

  private RgbImage load(int index) {
    Picture picture = plan.images().picture(index);
    try {
      return plan.transform().apply(picture, index);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          format("%s: %s", plan.images().id(index), e.getMessage()), e);
    }
  }

  private Batch assemble(Pending pending) {
    List<RgbImage> images = new ArrayList<>();
    int[] indices =
        IntStream.range(0, pending.indices().length)
            .filter(i -> collect(pending, i, images))
            .map(i -> pending.indices()[i])
            .toArray();
    int[] labels = IntStream.of(indices).map(plan.images()::label).toArray();
    if (images.isEmpty()) {
      return new Batch(pending.number(), 0, 0, new byte[0], labels, indices);
    }
    RgbImage first = images.get(0);
    byte[] pixels = new byte[Math.multiplyExact(images.size(), first.pixels().length)];
    for (int i = 0; i < images.size(); i++) {
      RgbImage image = images.get(i);
      checkSize(image, indices[i], first, indices[0]);
      System.arraycopy(image.pixels(), 0, pixels, i * first.pixels().length, first.pixels().length);
    }
    return new Batch(pending.number(), first.height(), first.width(), pixels, labels, indices);
  }

  /** Waits for an image and appends it, or notes that it is skipped. */
  private boolean collect(Pending pending, int position, List<RgbImage> images) {
    try {
      images.add(pending.images().get(position).get());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new CancellationException("Interrupted while waiting for batch " + pending.number());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnreadableImageException unreadable
          && plan.unreadable() == Unreadable.SKIP) {
        skipped.add(new SkippedImage(pending.indices()[position], unreadable.getMessage()));
        return false;
      }
      close();
      throw unchecked(e.getCause());
    }
  }

  /** A decoding thread runs nothing that declares an exception. */
  private static RuntimeException unchecked(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return (RuntimeException) failure;
  }

  private void checkSize(RgbImage image, int index, RgbImage first, int firstIndex) {
    if (image.width() != first.width() || image.height() != first.height()) {
      close();
      throw new IllegalArgumentException(
          format(
              "The images of a batch must have one size: %s has %d x %d pixels, %s has %d x %d."
                  + " Resize them with a Preprocessing.",
              plan.images().id(firstIndex),
              first.width(),
              first.height(),
              plan.images().id(index),
              image.width(),
              image.height()));
    }
  }
}
