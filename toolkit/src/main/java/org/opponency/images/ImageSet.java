package org.opponency.images;

import static org.opponency.io.Text.format;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.opponency.images.batch.VisitingOrder;
import org.opponency.images.source.ImageFolder;
import org.opponency.images.source.ImageNetTree;
import org.opponency.images.source.PackedImages;
import org.opponency.images.source.TarImages;
import org.opponency.io.Progress;

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
   * All images in or below a folder, whatever its sub-folders, as one class {@code unlabelled}.
   *
   * @throws ImageDataException if the folder is missing, unreadable or without images
   */
  static ImageSet unlabelled(Path root) {
    return ImageFolder.unlabelled(root);
  }

  /**
   * A folder of pictures with a sub-folder a class, as torchvision's {@code ImageFolder}: classes
   * are the sorted names of the sub-folders, JPEG and PNG files below each count, sorted; hidden
   * files do not. The pixels are those of {@code Image.open(file).convert("RGB")} in Pillow.
   *
   * @throws ImageDataException if the folder is missing, empty, unreadable or has a class without
   *     images
   */
  static ImageSet folder(Path root) {
    return ImageFolder.open(root);
  }

  /**
   * A tar file of pictures, read in place: a folder a class as in {@link #folder}, or a tar file a
   * class in it, as ImageNet's training images are published, or single pictures, as its validation
   * images are, whose classes come from a file beside it (see {@link ImageNetTree}). Equal to the
   * folder set of the same pictures.
   *
   * @param cache folder for the index that says where each picture is, made by reading the file
   *     once
   * @param progress told from time to time how far that reading is
   * @throws ImageDataException if the file is missing or damaged, has no pictures or one of no
   *     class
   */
  static ImageSet tar(Path file, Path cache, Consumer<Progress> progress) {
    return TarImages.open(file, cache, progress);
  }

  /**
   * Pictures that {@link PackedImages#write} wrote.
   *
   * @throws ImageDataException if the file is missing, cut short or no such file
   */
  static ImageSet packed(Path file) {
    return PackedImages.open(file);
  }

  /**
   * ImageNet-A as published (Hendrycks et al. 2019): a folder for each of its 200 classes.
   *
   * @throws ImageDataException if the folder is missing or its sub-folders are not these 200
   */
  static ImageSet imageNetA(Path root) {
    ImageSet images = folder(root);
    if (!images.classes().equals(LabelSpace.IMAGENET_A.labels())) {
      throw new ImageDataException(
          format(
              "Expected the 200 class folders of ImageNet-A (n01498041 to n12267677) in %s, got %d:"
                  + " %s to %s. Give the folder that the published archive unpacks to.",
              root.toAbsolutePath(),
              images.classes().size(),
              images.classes().get(0),
              images.classes().get(images.classes().size() - 1)));
    }
    return images;
  }

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
    return subset(VisitingOrder.sequential(Math.min(count, size())));
  }

  /** The first {@code count} images of every class, or all where there are fewer, in set order. */
  default ImageSet perClass(int count) {
    int[] taken = new int[classes().size()];
    return subset(IntStream.range(0, size()).filter(i -> taken[label(i)]++ < count).toArray());
  }

  /**
   * The same images with labels that count in another list of classes, such as a network's.
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
