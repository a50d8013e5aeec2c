package org.opponency.study.laboratory;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.images.RgbImage;
import org.opponency.orchard.Orchard;
import org.opponency.study.networks.StudyData;

/**
 * The pictures that cells are shown: evenly over a set, class by class, so that all classes are
 * among them.
 */
final class PictureSample {
  /** Orchard's fruits. */
  private static final int CLASSES = 10;

  private PictureSample() {}

  /**
   * Pictures as a network sees them, at most so many.
   *
   * @param preprocessing what brings them to the network's size
   * @throws org.opponency.images.UnreadableImageException if one cannot be read; it says which
   */
  static List<RgbImage> of(ImageSet images, Preprocessing preprocessing, int most) {
    ImageSet ordered = byClass(images);
    int count = Math.min(most, ordered.size());
    return IntStream.range(0, count)
        .mapToObj(i -> ordered.picture((int) ((long) i * ordered.size() / count)))
        .map(preprocessing::apply)
        .toList();
  }

  /** The same pictures class by class: where classes take turns, steps would miss some of them. */
  static ImageSet byClass(ImageSet images) {
    return images.subset(
        IntStream.range(0, images.size())
            .boxed()
            .sorted(Comparator.comparingInt(images::label)) // stable
            .mapToInt(index -> index)
            .toArray());
  }

  /** Drawn ones, for a network that learnt from whatever pictures. */
  static List<RgbImage> drawn(int side, int most) {
    ImageSet images =
        StudyData.orchard()
            .withSize(Math.max(Orchard.LEAST_SIZE, side))
            .validation((most + CLASSES - 1) / CLASSES);
    return of(images, Preprocessing.forNetwork(side), most);
  }
}
