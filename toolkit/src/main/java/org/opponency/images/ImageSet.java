package org.opponency.images;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Labelled images in a fixed, sorted order. Decoding or drawing happens on {@link #image}. Those in
 * files come from {@code org.opponency.images.source.Images}.
 */
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

  /**
   * An image whose pixels are not decoded yet; for transforms, which may not need them all. Safe to
   * call from several threads.
   *
   * @throws UnreadableImageException if it cannot be read; it names the image and why
   */
  default Picture picture(int index) {
    return image(index);
  }

  /** Hex SHA-256 that changes whenever the images, their order or their labels do. */
  String digest();

  /**
   * Some of the images, in the order given.
   *
   * @throws IndexOutOfBoundsException if there is no image at one of the indices
   */
  default ImageSet subset(int... indices) {
    return new ImageSubset(this, indices);
  }

  /** The first {@code count} images, or all where there are fewer. */
  default ImageSet first(int count) {
    return subset(IntStream.range(0, Math.min(count, size())).toArray());
  }

  /** The first {@code count} images of every class, or all where there are fewer, in set order. */
  default ImageSet perClass(int count) {
    return ofClasses(label -> count);
  }

  /**
   * So many images in set order, the first ones of each class: equally many of all classes that
   * occur, or one more of some, which lie evenly among them. Fewer where a class has fewer.
   */
  default ImageSet evenly(int count) {
    int[] present = IntStream.range(0, size()).map(this::label).distinct().sorted().toArray();
    return ofClasses(
        label -> {
          long before = Arrays.binarySearch(present, label);
          return (int) ((before + 1) * count / present.length - before * count / present.length);
        });
  }

  private ImageSet ofClasses(IntUnaryOperator most) {
    int[] quotas = IntStream.range(0, classes().size()).map(most).toArray();
    return subset(IntStream.range(0, size()).filter(i -> quotas[label(i)]-- > 0).toArray());
  }

  /**
   * The same images with labels that count in another list of classes, such as a network's; names
   * of fruits and the like are found among WordNet ids, too.
   *
   * @throws ImageDataException if the list lacks a class of the images; it says which
   */
  default ImageSet withClasses(List<String> classes) {
    return new RelabelledImages(this, classes);
  }

  /** The same images, each decoded or drawn when first asked for and then kept in memory. */
  default ImageSet inMemory() {
    return new RememberedImages(this);
  }
}
