package org.opponency.images.source;

import static org.opponency.io.Text.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.opponency.images.ImageDataException;
import org.opponency.images.ImageSet;
import org.opponency.io.Progress;

/**
 * Training and validation images of ImageNet, with equal classes. Each part may be stored in one of
 * three ways, the first that is there counts:
 *
 * <ol>
 *   <li>{@code train.pack} and {@code val.pack}, packed images
 *   <li>{@code train/<wnid>/*} and {@code val/<wnid>/*}, folders; {@code test} stands for a {@code
 *       val} that is not there, and Tiny-ImageNet may lie as it is unzipped: {@code val/images/*}
 *       beside {@code val/val_annotations.txt}
 *   <li>{@code ILSVRC2012_img_train.tar} and {@code ILSVRC2012_img_val.tar}, as published, the
 *       latter beside the devkit {@code ILSVRC2012_devkit_t12.tar.gz} or {@code
 *       imagenet_2012_validation_synset_labels.txt}
 * </ol>
 *
 * <p>Folders and tar files of the same images are equal sets: ids, labels, order and digest.
 *
 * @param train the training images
 * @param validation the validation images
 */
public record ImageNetTree(ImageSet train, ImageSet validation) {
  /** Refuses sets whose labels mean different classes. */
  public ImageNetTree {
    Images.requireClasses(
        train.classes(),
        validation.classes(),
        differences ->
            format(
                "Training and validation images must have the same classes. Only in training: [%s];"
                    + " only in validation: [%s]. Add or remove these folders.",
                differences.get(0), differences.get(1)));
  }

  /**
   * Lists both parts; decodes nothing.
   *
   * @param cache folder for the index of tar files and the digests of folders, made by reading them
   *     once
   * @param progress told from time to time how far that reading is in its file
   * @throws ImageDataException if a part is missing or they do not belong together
   */
  public static ImageNetTree open(Path root, Path cache, Consumer<Progress> progress) {
    return new ImageNetTree(
        part(root, "train", cache, progress), part(root, "val", cache, progress));
  }

  /**
   * The validation images alone, if they are there in one of the three ways.
   *
   * @throws ImageDataException if they are there and damaged
   */
  public static Optional<ImageSet> validation(Path root, Path cache, Consumer<Progress> progress) {
    return hasValidation(root) ? Optional.of(part(root, "val", cache, progress)) : Optional.empty();
  }

  /** Whether a folder has validation images. */
  public static boolean hasValidation(Path root) {
    return Files.exists(root.resolve("val.pack"))
        || Files.isDirectory(folder(root, "val"))
        || Files.exists(root.resolve("ILSVRC2012_img_val.tar"));
  }

  /** Some data call their validation images a test, as CIFAR-10 and its kin do. */
  private static Path folder(Path root, String part) {
    Path named = root.resolve(part);
    Path test = root.resolve("test");
    return part.equals("val") && !Files.isDirectory(named) && Files.isDirectory(test)
        ? test
        : named;
  }

  private static ImageSet part(Path root, String part, Path cache, Consumer<Progress> progress) {
    Path packed = root.resolve(part + ".pack");
    Path folder = folder(root, part);
    Path tar = root.resolve(format("ILSVRC2012_img_%s.tar", part));
    if (Files.exists(packed)) {
      return Images.packed(packed);
    }
    if (Files.isDirectory(folder)) {
      return Images.folder(folder, cache);
    }
    if (Files.exists(tar)) {
      return Images.tar(tar, cache, progress);
    }
    throw new ImageDataException(
        format(
            "There is no folder %s, nor the file %s or %s. Expected train/<class>/* and"
                + " val/<class>/*, ImageNet's tar files or packed images below %s;"
                + " let OPPONENCY_DATA name a folder with both parts.",
            folder.toAbsolutePath(),
            tar.getFileName(),
            packed.getFileName(),
            root.toAbsolutePath()));
  }
}
