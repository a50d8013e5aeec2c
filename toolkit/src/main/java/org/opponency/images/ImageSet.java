package org.opponency.images;

import java.util.List;

/** Labelled images in a fixed, sorted order. Decoding or drawing happens on {@link #image}. */
public interface ImageSet {
  /** A short name for captions and messages, such as {@code "Orchard validation"}. */
  String name();

  /** Number of images. */
  int size();

  /** Class names in label order. */
  List<String> classes();

  /** Label of an image, an index into {@link #classes()}. */
  int label(int index);

  /** What names an image for good: the path below its root, or the generator's own key. */
  String id(int index);

  /**
   * The pixels of an image. Safe to call from several threads.
   *
   * @throws UnreadableImageException if the image cannot be decoded; it names the image and why
   */
  RgbImage image(int index);

  /** Hex SHA-256 that changes whenever the images, their order or their labels do. */
  String digest();
}
