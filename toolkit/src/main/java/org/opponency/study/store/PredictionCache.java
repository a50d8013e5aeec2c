package org.opponency.study.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.opponency.evaluation.Prediction;
import org.opponency.evaluation.Predictions;
import org.opponency.images.ImageSet;
import org.opponency.images.LabelMap;
import org.opponency.images.Preprocessing;
import org.opponency.images.SkippedImage;
import org.opponency.images.Unreadable;
import org.opponency.io.Progress;
import org.opponency.models.VisionModel;

/**
 * Predictions once, measures many: what a network says of a set is kept, part by part, and read
 * back whenever another measure is taken of it.
 *
 * @param store where it is kept
 * @param progress told after each part
 */
public record PredictionCache(ResultStore store, Consumer<Progress> progress) {
  private static final int PART = 512;

  /** A line of what is kept; {@code skipped} says why an image has no prediction, else null. */
  private record Line(
      int index,
      String image,
      int label,
      List<Integer> top,
      List<Double> probabilities,
      double confidence,
      boolean correct,
      String skipped) {
    static Line of(int index, Prediction p) {
      return new Line(
          index,
          p.image(),
          p.label(),
          p.top(),
          p.probabilities(),
          p.confidence(),
          p.correct(),
          null);
    }

    static Line of(int index, String image, SkippedImage skipped) {
      return new Line(index, image, -1, List.of(), List.of(), Double.NaN, false, skipped.reason());
    }
  }

  /**
   * What a network says of a set.
   *
   * @param subject what to call the network, such as {@code width 4, run 1}
   * @param answers what its answers are taken for
   * @throws IllegalStateException if what is kept is stale or damaged
   */
  public Predictions of(
      String subject,
      VisionModel vision,
      ImageSet images,
      Preprocessing preprocessing,
      Unreadable unreadable,
      LabelMap answers) {
    var key =
        new ResultKey(
            "predictions",
            Predictions.VERSION,
            subject + " on " + images.name(),
            vision.digest(),
            images.digest(),
            preprocessing.digest(),
            answers.digest() + ", unreadable images: " + unreadable);
    int parts = (images.size() + PART - 1) / PART;
    return assembled(
        store.rows(
            key,
            Line.class,
            parts,
            part -> {
              int[] indices = indices(images, part);
              ImageSet some = images.subset(indices);
              var found = Predictions.of(vision, some, preprocessing, unreadable, answers);
              return lines(found, some, part * PART);
            },
            part -> progress.accept(new Progress("predicting", part + 1L, parts, subject))));
  }

  private static int[] indices(ImageSet images, int part) {
    int end = Math.min((part + 1) * PART, images.size());
    return IntStream.range(part * PART, end).toArray();
  }

  /** In the order of the set, whether seen or skipped. */
  private static List<Line> lines(Predictions found, ImageSet images, int first) {
    List<Line> lines = new ArrayList<>();
    int seen = 0;
    int skipped = 0;
    for (int i = 0; i < images.size(); i++) {
      boolean skip = skipped < found.skipped().size() && found.skipped().get(skipped).index() == i;
      lines.add(
          skip
              ? Line.of(first + i, images.id(i), found.skipped().get(skipped++))
              : Line.of(first + i, found.rows().get(seen++)));
    }
    return lines;
  }

  private static Predictions assembled(List<Line> lines) {
    return new Predictions(
        lines.stream()
            .filter(line -> line.skipped() == null)
            .map(l -> new Prediction(l.image(), l.label(), l.top(), l.probabilities()))
            .toList(),
        lines.stream()
            .filter(line -> line.skipped() != null)
            .map(line -> new SkippedImage(line.index(), line.skipped()))
            .toList());
  }
}
