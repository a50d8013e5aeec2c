package org.opponency.study.laboratory;

import java.util.List;
import java.util.stream.IntStream;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.images.RgbImage;
import org.opponency.orchard.Orchard;
import org.opponency.study.networks.StudyData;

/** The pictures that cells are shown: evenly over a set, so that all classes are among them. */
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
    int count = Math.min(most, images.size());
    return IntStream.range(0, count)
        .mapToObj(i -> images.picture((int) ((long) i * images.size() / count)))
        .map(preprocessing::apply)
        .toList();
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
