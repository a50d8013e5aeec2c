package org.opponency.images.batch;

import org.opponency.images.Picture;
import org.opponency.images.RgbImage;
import org.opponency.io.Seed;

/** torchvision's {@code RandomHorizontalFlip(0.5)}. */
record RandomFlip() implements Augmentation {
  @Override
  public RgbImage apply(Picture image, long seed) {
    return Seed.random(seed).nextBoolean() ? image.whole().mirrored() : image.whole();
  }
}
