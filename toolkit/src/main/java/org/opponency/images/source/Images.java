package org.opponency.images.source;

import static org.opponency.io.Text.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.opponency.images.CueConflictSet;
import org.opponency.images.ImageDataException;
import org.opponency.images.ImageSet;
import org.opponency.images.LabelSpace;
import org.opponency.images.RgbImage;
import org.opponency.images.UnreadableImageException;
import org.opponency.images.codec.ImageDecoder;
import org.opponency.io.Printable;
import org.opponency.io.Progress;

/** Opens images that are kept in files: folders, tar files, packed files, single pictures. */
public final class Images {
  private Images() {}

  /**
   * All images in or below a folder, whatever its sub-folders, as one class {@code unlabelled}.
   *
   * @throws ImageDataException if the folder is missing, unreadable or without images
   */
  public static ImageSet unlabelled(Path root) {
    return ImageFolder.unlabelled(root);
  }

  /**
   * A folder of pictures with a sub-folder a class, as torchvision's {@code ImageFolder}: classes
   * are the sorted names of the sub-folders, JPEG and PNG files below each count, sorted; hidden
   * files and folders, and those that file managers leave, do not. Tiny-ImageNet's validation
   * images may lie as they are unzipped, in {@code images} beside {@code val_annotations.txt}; they
   * are the same set as in a folder a class. A link that leads to nothing counts as an image that
   * cannot be read. The pixels are those of {@code Image.open(file).convert("RGB")} in Pillow.
   *
   * @throws ImageDataException if the folder is missing, empty, unreadable or has a class without
   *     images
   */
  public static ImageSet folder(Path root) {
    return ImageFolder.open(root, Optional.empty());
  }

  /**
   * The same, whose digest is kept, so that a million files are read for it once.
   *
   * @param cache folder to keep it in; it is computed anew when a file's size or time of change is
   *     another, or when what is kept there has been deleted
   * @throws ImageDataException as {@link #folder(Path)} does
   */
  public static ImageSet folder(Path root, Path cache) {
    return ImageFolder.open(root, Optional.of(cache));
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
  public static ImageSet tar(Path file, Path cache, Consumer<Progress> progress) {
    return TarImages.open(file, cache, progress);
  }

  /**
   * Pictures that {@link PackedImages#write} wrote.
   *
   * @throws ImageDataException if the file is missing, cut short or no such file
   */
  public static ImageSet packed(Path file) {
    return PackedImages.open(file);
  }

  /**
   * ImageNet-A as published (Hendrycks et al. 2019): a folder for each of its 200 classes.
   *
   * @throws ImageDataException if the folder is missing or its sub-folders are not these 200
   */
  public static ImageSet imageNetA(Path root) {
    ImageSet images = folder(root);
    requireClasses(
        LabelSpace.IMAGENET_A.labels(),
        images.classes(),
        differences ->
            format(
                "Expected the 200 class folders of ImageNet-A in %s, got %d. Missing: [%s];"
                    + " not of it: [%s]. Give the folder that the published archive unpacks to.",
                root.toAbsolutePath(),
                images.classes().size(),
                differences.get(0),
                differences.get(1)));
    return images;
  }

  /**
   * Refuses classes that are not those expected.
   *
   * @param refusal makes the message of the first classes missing and the first too many, and how
   *     many more there are of each
   */
  static void requireClasses(
      List<String> expected, List<String> found, Function<List<String>, String> refusal) {
    List<String> missing = without(expected, found);
    List<String> unknown = without(found, expected);
    if (!missing.isEmpty() || !unknown.isEmpty()) {
      throw new ImageDataException(
          refusal.apply(List.of(Printable.firstOf(missing), Printable.firstOf(unknown))));
    }
  }

  private static List<String> without(List<String> names, List<String> others) {
    Set<String> known = Set.copyOf(others);
    return names.stream().filter(name -> !known.contains(name)).toList();
  }

  /**
   * The stimuli of Geirhos et al. 2019: {@code <shape>/<shape><i>-<texture><j>.png}, both out of
   * their 16 categories. Stimuli whose shape and texture agree are part of the set.
   *
   * @throws ImageDataException if the folder is missing or a name is not of this form; it says
   *     which
   */
  public static CueConflictSet cueConflict(Path root) {
    return CueConflictFolder.open(root);
  }

  /**
   * Decodes a JPEG or PNG file as Pillow's {@code convert("RGB")} does, whatever its name says.
   *
   * @param id names the image in the error
   * @throws UnreadableImageException if the bytes are not a complete JPEG or PNG
   */
  public static RgbImage decode(String id, byte[] file) {
    return ImageDecoder.decode(id, file);
  }
}
