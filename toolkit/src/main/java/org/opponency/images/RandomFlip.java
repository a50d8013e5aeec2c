package org.opponency.images;

/** torchvision's {@code RandomHorizontalFlip(0.5)}. */
record RandomFlip() implements Augmentation {
  @Override
  public RgbImage apply(Picture image, long seed) {
    return Seed.random(seed).nextBoolean() ? image.whole().mirrored() : image.whole();
  }
}
