package org.opponency.attacks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.stream.IntStream;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.images.batch.Batch;
import org.opponency.images.batch.BatchPlan;
import org.opponency.images.batch.Batches;
import org.opponency.images.batch.ImageTransform;
import org.opponency.models.Pixels;

/**
 * The images that are in memory at once, as the network sees them.
 *
 * @param batch images of the set from {@code first} on
 * @param first index of the first in the set
 */
record ImageGroup(Batch batch, int first) {
  /** So many images are under attack together, so that few batches are half empty. */
  static final int SIZE = 512;

  static ImageGroup load(ImageSet images, Preprocessing preprocessing, int number) {
    BatchPlan plan =
        BatchPlan.of(images, SIZE)
            .with(ImageTransform.of(preprocessing))
            .startingAt(number)
            .withThreads(Runtime.getRuntime().availableProcessors(), 1);
    try (Batches batches = plan.open()) {
      return new ImageGroup(batches.next(), number * SIZE);
    }
  }

  /** Pixels of images by their index in the set, (N, 3, H, W). */
  NDArray pixels(NDManager manager, List<Integer> images) {
    int bytes = 3 * batch.width() * batch.height();
    byte[] pixels = new byte[images.size() * bytes];
    IntStream.range(0, images.size())
        .forEach(
            i ->
                System.arraycopy(
                    batch.pixels(), (images.get(i) - first) * bytes, pixels, i * bytes, bytes));
    return Pixels.of(manager, pixels, batch.height(), batch.width());
  }

  int label(int image) {
    return batch.labels()[image - first];
  }
}
