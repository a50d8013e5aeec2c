package org.opponency.study.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opponency.images.ImageSet;
import org.opponency.images.Lab;
import org.opponency.images.RgbImage;
import org.opponency.images.Unreadable;
import org.opponency.images.batch.Batch;
import org.opponency.images.batch.BatchPlan;
import org.opponency.images.batch.Batches;
import org.opponency.images.batch.ImageTransform;

/**
 * The mean colour of every class of pictures, as a network sees them, weighted by chroma: of the
 * subject's own pixels where it is known which these are, else of the whole picture.
 */
final class ClassColours {
  private static final int BATCH = 64;

  private final double[][] sums;
  private final int[] counts;
  private int seen;

  private ClassColours(int classes) {
    sums = new double[classes][3];
    counts = new int[classes];
  }

  /** One colour a class in label order; NaN where not one picture could be read. */
  static List<Lab> of(ImageSet images, ImageTransform transform, Optional<ImageSet> masks) {
    ClassColours colours = new ClassColours(images.classes().size());
    BatchPlan plan = BatchPlan.of(images, BATCH).with(transform).with(Unreadable.SKIP);
    try (Batches batches = plan.open()) {
      while (batches.hasNext()) {
        colours.add(batches.next(), masks.filter(set -> belongs(set, images)));
      }
    }
    return IntStream.range(0, colours.counts.length).mapToObj(colours::mean).toList();
  }

  /** Whether there is a mask for every image, by its name and that of its set. */
  private static boolean belongs(ImageSet masks, ImageSet images) {
    return masks.name().equals(images.name())
        && masks.size() >= images.size()
        && IntStream.range(0, images.size()).allMatch(i -> masks.id(i).equals(images.id(i)));
  }

  private void add(Batch batch, Optional<ImageSet> masks) {
    int each = batch.pixels().length / batch.size();
    for (int i = 0; i < batch.size(); i++) {
      byte[] pixels = Arrays.copyOfRange(batch.pixels(), i * each, (i + 1) * each);
      RgbImage image = new RgbImage(batch.width(), batch.height(), pixels);
      int index = seen++;
      Lab mean =
          masks
              .map(set -> set.image(index))
              .map(mask -> Lab.vivid(image, (x, y) -> mask.value(x, y, 0) > 0))
              .orElseGet(() -> Lab.vivid(image));
      double[] sum = sums[batch.labels()[i]];
      sum[0] += mean.lightness();
      sum[1] += mean.a();
      sum[2] += mean.b();
      counts[batch.labels()[i]]++;
    }
  }

  private Lab mean(int label) {
    double n = counts[label];
    return new Lab(sums[label][0] / n, sums[label][1] / n, sums[label][2] / n);
  }
}
