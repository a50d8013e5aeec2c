package org.opponency.images;

import java.util.concurrent.atomic.AtomicReferenceArray;

/** Keeps every image once it was asked for. Two threads may draw one twice, to the same result. */
final class RememberedImages extends ImageView {
  private final AtomicReferenceArray<RgbImage> known;

  RememberedImages(ImageSet source) {
    super(source);
    known = new AtomicReferenceArray<>(source.size());
  }

  @Override
  public RgbImage image(int index) {
    RgbImage image = known.get(index);
    if (image == null) {
      image = whole.image(index);
      known.set(index, image);
    }
    return image;
  }

  @Override
  public Picture picture(int index) {
    return image(index);
  }
}
