package org.opponency.study.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.opponency.images.ImageSet;
import org.opponency.images.Lab;
import org.opponency.images.RgbImage;
import org.opponency.images.Unreadable;
import org.opponency.images.batch.Batch;
import org.opponency.images.batch.BatchPlan;
import org.opponency.images.batch.Batches;
import org.opponency.images.batch.ImageTransform;

/** The mean colour of every class of pictures, as a network sees them, background and all. */
final class ClassColours {
  private static final int BATCH = 64;

  private final double[][] sums;
  private final int[] counts;

  private ClassColours(int classes) {
    sums = new double[classes][3];
    counts = new int[classes];
  }

  /** One colour a class in label order; NaN where not one picture could be read. */
  static List<Lab> of(ImageSet images, ImageTransform transform) {
    ClassColours colours = new ClassColours(images.classes().size());
    BatchPlan plan = BatchPlan.of(images, BATCH).with(transform).with(Unreadable.SKIP);
    try (Batches batches = plan.open()) {
      while (batches.hasNext()) {
        colours.add(batches.next());
      }
    }
    return IntStream.range(0, colours.counts.length).mapToObj(colours::mean).toList();
  }

  private void add(Batch batch) {
    int each = batch.pixels().length / batch.size();
    for (int i = 0; i < batch.size(); i++) {
      byte[] pixels = Arrays.copyOfRange(batch.pixels(), i * each, (i + 1) * each);
      Lab mean = Lab.mean(new RgbImage(batch.width(), batch.height(), pixels));
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
