package org.opponency.images;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Keeps every image once it was asked for. Two threads may draw one twice, to the same result. */
final class RememberedImages implements ImageSet {
  private final ImageSet source;
  private final AtomicReferenceArray<RgbImage> known;

  RememberedImages(ImageSet source) {
    this.source = source;
    this.known = new AtomicReferenceArray<>(source.size());
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public int size() {
    return source.size();
  }

  @Override
  public List<String> classes() {
    return source.classes();
  }

  @Override
  public int label(int index) {
    return source.label(index);
  }

  @Override
  public String id(int index) {
    return source.id(index);
  }

  @Override
  public RgbImage image(int index) {
    RgbImage image = known.get(index);
    if (image == null) {
      image = source.image(index);
      known.set(index, image);
    }
    return image;
  }

  @Override
  public String digest() {
    return source.digest();
  }
}
