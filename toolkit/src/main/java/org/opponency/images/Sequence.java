package org.opponency.images;

/** Two augmentations, one after the other; their seeds are independent. */
record Sequence(Augmentation first, Augmentation second) implements Augmentation {
  @Override
  public RgbImage apply(Picture image, long seed) {
    return second.apply(first.apply(image, Seed.of(seed, 0)), Seed.of(seed, 1));
  }
}
