package org.opponency.images.batch;

import org.opponency.images.Picture;
import org.opponency.images.Preprocessing;
import org.opponency.images.RgbImage;
import org.opponency.io.Seed;

/** What is done to an image on its way into a batch; called from several threads. */
@FunctionalInterface
public interface ImageTransform {
  /**
   * The image as the batch is to hold it.
   *
   * @param index where it stands in its set, such as for {@link Seed#of}
   */
  RgbImage apply(Picture image, int index);

  /** The transform that does the same to every image. */
  static ImageTransform of(Preprocessing preprocessing) {
    return (image, index) -> preprocessing.apply(image);
  }

  /** An augmentation whose random numbers depend on seed, epoch and image, not on the order. */
  static ImageTransform of(Augmentation augmentation, long seed, int epoch) {
    return (image, index) -> augmentation.apply(image, Seed.of(seed, epoch, index));
  }
}
