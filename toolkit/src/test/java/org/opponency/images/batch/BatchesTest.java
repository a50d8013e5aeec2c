package org.opponency.images.batch;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.opponency.images.DrawnImages;
import org.opponency.images.RgbImage;
import org.opponency.images.SkippedImage;
import org.opponency.images.Unreadable;
import org.opponency.images.UnreadableImageException;

class BatchesTest {
  private final DrawnImages images = new DrawnImages(10);

  @Test
  void fillsBatchesInOrder() {
    List<Batch> batches = drain(BatchPlan.of(images, 4).withOrder(new int[] {9, 1, 2, 3, 5, 5}));

    assertThat(batches).hasSize(2);
    Batch first = batches.get(0);
    assertThat(first.indices()).isEqualTo(new int[] {9, 1, 2, 3});
    assertThat(first.labels()).isEqualTo(new int[] {0, 1, 2, 0});
    assertThat(first.pixels()).isEqualTo(new byte[] {9, 1, 2, 1, 1, 2, 2, 1, 2, 3, 1, 2});
    assertThat(first.height()).isEqualTo(1);
    assertThat(first.width()).isEqualTo(1);
    assertThat(batches.get(1).size()).isEqualTo(2);
    assertThat(batches.get(1).number()).isEqualTo(1);
  }

  @Test
  void leavesOutAPartialBatchWhenAsked() {
    BatchPlan plan = BatchPlan.of(images, 4);

    assertThat(plan.batches()).isEqualTo(3);
    assertThat(plan.withoutPartialBatch().batches()).isEqualTo(2);
    assertThat(drain(plan.withoutPartialBatch())).hasSize(2);
    assertThat(drain(BatchPlan.of(images, 11).withoutPartialBatch())).isEmpty();
  }

  @Test
  void givesTheSameOnAnyNumberOfThreads() {
    Augmentation noise =
        (image, seed) -> new RgbImage(1, 1, new byte[] {(byte) seed, image.whole().pixels()[0], 0});
    BatchPlan plan =
        BatchPlan.of(new DrawnImages(200), 7)
            .withOrder(VisitingOrder.shuffled(200, 3, 1))
            .with(ImageTransform.of(noise, 3, 1));

    assertThat(bytes(plan.withThreads(5, 4))).isEqualTo(bytes(plan.withThreads(1, 1)));
  }

  @Test
  void resumesAtAnyBatch() {
    BatchPlan plan = BatchPlan.of(images, 3).withOrder(VisitingOrder.shuffled(10, 1, 0));
    List<Batch> all = drain(plan);

    List<Batch> rest = drain(plan.startingAt(2));

    assertThat(rest).hasSize(2);
    assertThat(rest.get(0).number()).isEqualTo(2);
    assertThat(rest.get(0).indices()).isEqualTo(all.get(2).indices());
    assertThat(drain(plan.startingAt(4))).isEmpty();
  }

  @Test
  void anEpochResumedAtAnyBatchGoesOnBitForBit() {
    Augmentation noise =
        (image, seed) -> new RgbImage(1, 1, new byte[] {(byte) seed, (byte) (seed >> 8), 0});
    BatchPlan plan =
        BatchPlan.of(new DrawnImages(23), 4)
            .withOrder(VisitingOrder.shuffled(23, 2020, 5))
            .with(ImageTransform.of(noise, 2020, 5));
    List<String> all = bytes(plan);

    for (int batch = 0; batch <= plan.batches(); batch++) {
      assertThat(bytes(plan.startingAt(batch))).isEqualTo(all.subList(batch, all.size()));
    }
  }

  @Test
  void skipsAndNamesWhatCannotBeRead() {
    BatchPlan plan = BatchPlan.of(new DrawnImages(6, 1, 2, 3), 2).with(Unreadable.SKIP);
    List<int[]> indices = new ArrayList<>();
    try (Batches batches = plan.open()) {
      batches.forEachRemaining(batch -> indices.add(batch.indices()));

      assertThat(batches.skipped().stream().map(SkippedImage::index).toList())
          .containsExactly(1, 2, 3)
          .inOrder();
      assertThat(batches.skipped().get(0).reason())
          .isEqualTo("Cannot read image drawn 1: broken on purpose");
    }
    // The second batch has nothing left and is passed over.
    assertThat(indices.stream().map(Arrays::toString).toList())
        .containsExactly("[0]", "[4, 5]")
        .inOrder();
  }

  @Test
  void refusesWhatCannotBeRead() {
    try (Batches batches = BatchPlan.of(new DrawnImages(6, 3), 2).open()) {
      assertThat(batches.next().size()).isEqualTo(2);
      var e = assertThrows(UnreadableImageException.class, batches::next);
      assertThat(e).hasMessageThat().contains("drawn 3");
    }
  }

  @Test
  void namesTheImageOfAnotherSize() {
    ImageTransform widening =
        (image, index) -> index == 2 ? new RgbImage(2, 1, new byte[6]) : image.whole();
    try (Batches batches = BatchPlan.of(images, 4).with(widening).open()) {
      var e = assertThrows(IllegalArgumentException.class, batches::next);
      assertThat(e)
          .hasMessageThat()
          .contains("drawn 0 has 1 x 1 pixels, drawn 2 has 2 x 1. Resize them");
    }
  }

  @Test
  void throwsWhatATransformThrows() {
    ImageTransform failing =
        (image, index) -> {
          throw new IllegalStateException("out of paint");
        };
    try (Batches batches = BatchPlan.of(images, 4).with(failing).open()) {
      var e = assertThrows(IllegalStateException.class, batches::hasNext);
      assertThat(e).hasMessageThat().isEqualTo("out of paint");
    }
  }

  @Test
  void staysThePrefetchAheadAndNoFurther() throws InterruptedException {
    AtomicInteger allowed = new AtomicInteger(15); // three batches of five
    Semaphore prepared = new Semaphore(-10); // gives its first five when all three are
    List<Integer> early = Collections.synchronizedList(new ArrayList<>());
    ImageTransform watching =
        (image, index) -> {
          if (index >= allowed.get()) {
            early.add(index);
          }
          prepared.release();
          return image.whole();
        };
    BatchPlan plan = BatchPlan.of(new DrawnImages(100), 5).with(watching).withThreads(2, 3);
    try (Batches batches = plan.open()) {
      while (allowed.get() < 100) {
        prepared.acquire(5);
        allowed.addAndGet(5);
        batches.next();
      }
    }
    assertThat(early).isEmpty();
  }

  @Test
  void closingEarlyStopsTheThreads() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    ImageTransform endless =
        (image, index) -> {
          begun.countDown();
          try {
            forEver();
          } catch (InterruptedException e) {
            stopped.countDown();
          }
          return image.whole();
        };
    Batches batches = BatchPlan.of(images, 4).with(endless).open();
    begun.await();
    batches.close();

    stopped.await();
    assertThrows(NoSuchElementException.class, batches::next);
  }

  @Test
  void anInterruptEndsTheWait() {
    ImageTransform slow =
        (image, index) -> {
          try {
            forEver();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return image.whole();
        };
    try (Batches batches = BatchPlan.of(images, 4).with(slow).open()) {
      Thread.currentThread().interrupt();
      assertThrows(CancellationException.class, batches::hasNext);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void refusesNumbersThatMakeNoSense() {
    var e = assertThrows(IllegalArgumentException.class, () -> BatchPlan.of(images, 0));
    assertThat(e).hasMessageThat().contains("got 0, ");
    assertThrows(
        IndexOutOfBoundsException.class, () -> BatchPlan.of(images, 2).withOrder(new int[] {10}));
  }

  private static void forEver() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  private static List<Batch> drain(BatchPlan plan) {
    List<Batch> all = new ArrayList<>();
    try (Batches batches = plan.open()) {
      batches.forEachRemaining(all::add);
    }
    return all;
  }

  private static List<String> bytes(BatchPlan plan) {
    return drain(plan).stream().map(batch -> Arrays.toString(batch.pixels())).toList();
  }
}
