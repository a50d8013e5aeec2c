package org.opponency.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.opponency.images.Batch;
import org.opponency.images.BatchPlan;
import org.opponency.images.Batches;
import org.opponency.images.ImageSet;
import org.opponency.images.ImageTransform;
import org.opponency.images.Preprocessing;
import org.opponency.images.SkippedImage;
import org.opponency.images.Unreadable;
import org.opponency.models.Vision;

/**
 * What a network says of every image of a set: the only thing inference writes.
 *
 * @param rows one a readable image, in the set's order
 * @param skipped images that could not be read
 */
public record Predictions(List<Prediction> rows, List<SkippedImage> skipped) {
  private static final int BATCH = 64;
  private static final int TOP = 5;

  /** Copies the lists. */
  public Predictions {
    rows = List.copyOf(rows);
    skipped = List.copyOf(skipped);
  }

  /**
   * Runs a network over a set.
   *
   * @param preprocessing what brings an image to the network's size
   * @param unreadable whether images that cannot be decoded are listed or stop the run
   * @throws org.opponency.images.UnreadableImageException if an image is refused
   */
  public static Predictions of(
      Vision vision, ImageSet images, Preprocessing preprocessing, Unreadable unreadable) {
    List<Prediction> rows = new ArrayList<>();
    BatchPlan plan =
        BatchPlan.of(images, BATCH).with(ImageTransform.of(preprocessing)).with(unreadable);
    try (Batches batches = plan.open()) {
      while (batches.hasNext()) {
        add(rows, vision, images, batches.next());
      }
      return new Predictions(rows, batches.skipped());
    }
  }

  private static void add(List<Prediction> rows, Vision vision, ImageSet images, Batch batch) {
    float[][] probabilities = vision.probabilities(batch.pixels(), batch.height(), batch.width());
    for (int i = 0; i < batch.size(); i++) {
      rows.add(prediction(images.id(batch.indices()[i]), batch.labels()[i], probabilities[i]));
    }
  }

  /** Ranks classes by probability; equal ones by their number. */
  static Prediction prediction(String image, int label, float[] probabilities) {
    List<Integer> top =
        IntStream.range(0, probabilities.length)
            .boxed()
            .sorted(Comparator.comparingDouble(c -> -probabilities[c]))
            .limit(TOP)
            .toList();
    return new Prediction(
        image, label, top, top.stream().map(c -> (double) probabilities[c]).toList());
  }
}
