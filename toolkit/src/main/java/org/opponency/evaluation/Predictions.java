package org.opponency.evaluation;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.opponency.images.ImageSet;
import org.opponency.images.LabelMap;
import org.opponency.images.LabelSpace;
import org.opponency.images.Preprocessing;
import org.opponency.images.SkippedImage;
import org.opponency.images.Unreadable;
import org.opponency.images.batch.Batch;
import org.opponency.images.batch.BatchPlan;
import org.opponency.images.batch.Batches;
import org.opponency.images.batch.ImageTransform;
import org.opponency.io.Progress;
import org.opponency.models.VisionModel;

/**
 * What a network says of every image of a set: the only thing inference writes.
 *
 * @param rows one a readable image, in the set's order
 * @param skipped images that could not be read
 */
public record Predictions(List<Prediction> rows, List<SkippedImage> skipped) {
  /** Raised when what is predicted changes. */
  public static final int VERSION = 3;

  private static final int BATCH = 64;
  private static final int TOP = 5;

  /** Copies the lists; refuses two predictions of one image, which would count twice. */
  public Predictions {
    rows = List.copyOf(rows);
    skipped = List.copyOf(skipped);
    Set<String> seen = new HashSet<>();
    for (Prediction row : rows) {
      if (!seen.add(row.image())) {
        throw new IllegalArgumentException(
            format(
                "Expected one prediction an image, got two of %s; take the duplicate out of the set",
                row.image()));
      }
    }
  }

  /**
   * Runs a network over a set whose labels are the network's own.
   *
   * @param preprocessing what brings an image to the network's size
   * @param unreadable whether images that cannot be decoded are listed or stop the run
   * @throws org.opponency.images.UnreadableImageException if an image is refused
   * @throws IllegalArgumentException if the network gives something else than probabilities
   */
  public static Predictions of(
      VisionModel vision, ImageSet images, Preprocessing preprocessing, Unreadable unreadable) {
    return of(vision, images, preprocessing, unreadable, step -> {});
  }

  /** The same, telling {@code progress} after every batch; it may end the work. */
  public static Predictions of(
      VisionModel vision,
      ImageSet images,
      Preprocessing preprocessing,
      Unreadable unreadable,
      Consumer<Progress> progress) {
    LabelMap own = numbered(vision.classes()).identity();
    return of(
        vision,
        images,
        preprocessing,
        unreadable,
        own,
        IntStream.range(0, images.classes().size()).toArray(),
        progress);
  }

  private static LabelSpace numbered(int classes) {
    return new LabelSpace(
        "classes", IntStream.range(0, classes).mapToObj(Integer::toString).toList());
  }

  /**
   * Runs a network over a set and takes its answers for answers in another space: categories, or
   * few of its classes. Labels are found by the names of the set's classes and count in {@code
   * answers.to()}; an image whose class is none of these has label -1, which no decision meets.
   *
   * @throws IllegalArgumentException if the network has not the classes of {@code answers.from()},
   *     or gives something else than probabilities
   */
  public static Predictions of(
      VisionModel vision,
      ImageSet images,
      Preprocessing preprocessing,
      Unreadable unreadable,
      LabelMap answers) {
    return of(vision, images, preprocessing, unreadable, answers, step -> {});
  }

  /** The same, telling {@code progress} after every batch; it may end the work. */
  public static Predictions of(
      VisionModel vision,
      ImageSet images,
      Preprocessing preprocessing,
      Unreadable unreadable,
      LabelMap answers,
      Consumer<Progress> progress) {
    int[] labels = answers.labels(images.classes());
    return of(vision, images, preprocessing, unreadable, answers, labels, progress);
  }

  private static Predictions of(
      VisionModel vision,
      ImageSet images,
      Preprocessing preprocessing,
      Unreadable unreadable,
      LabelMap answers,
      int[] labels,
      Consumer<Progress> progress) {
    List<Prediction> rows = new ArrayList<>();
    BatchPlan plan =
        BatchPlan.of(images, BATCH).with(ImageTransform.of(preprocessing)).with(unreadable);
    try (Batches batches = plan.open()) {
      while (batches.hasNext()) {
        Batch batch = batches.next();
        float[][] probabilities =
            vision.probabilities(batch.pixels(), batch.height(), batch.width());
        for (int i = 0; i < batch.size(); i++) {
          int place = i;
          String image = images.id(batch.indices()[i]);
          int label = labels[batch.labels()[i]];
          Supplier<float[]> logits =
              () -> vision.logits(batch.pixels(), batch.height(), batch.width())[place];
          rows.add(prediction(image, label, mapped(image, answers, probabilities[i], logits)));
        }
        int done = rows.size() + batches.skipped().size();
        progress.accept(new Progress("predicting", done, images.size(), ""));
      }
      return new Predictions(rows, batches.skipped());
    }
  }

  private static double[] mapped(
      String image, LabelMap answers, float[] probabilities, Supplier<float[]> logits) {
    try {
      return answers.vanish(probabilities)
          ? answers.applyToLogits(logits.get())
          : answers.apply(probabilities);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(format("%s: %s", image, e.getMessage()), e);
    }
  }

  /** Ranks classes by probability; equal ones by their number. */
  public static Prediction prediction(String image, int label, double[] probabilities) {
    List<Integer> top =
        IntStream.range(0, probabilities.length)
            .boxed()
            .sorted(Comparator.comparingDouble(c -> -probabilities[c]))
            .limit(TOP)
            .toList();
    return new Prediction(image, label, top, top.stream().map(c -> probabilities[c]).toList());
  }
}
