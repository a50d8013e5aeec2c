package org.opponency.images.batch;

import org.opponency.images.Picture;
import org.opponency.images.RgbImage;
import org.opponency.io.Seed;

/** Two augmentations, one after the other; their seeds are independent. */
record Sequence(Augmentation first, Augmentation second) implements Augmentation {
  @Override
  public RgbImage apply(Picture image, long seed) {
    return second.apply(first.apply(image, Seed.of(seed, 0)), Seed.of(seed, 1));
  }
}
