package org.opponency.images;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Training and validation images in ImageNet's layout, {@code train/<wnid>/*} and {@code
 * val/<wnid>/*}, with equal classes.
 *
 * @param train the images below {@code train}
 * @param validation the images below {@code val}
 */
public record ImageNetTree(ImageSet train, ImageSet validation) {
  /** Refuses sets whose labels mean different classes. */
  public ImageNetTree {
    List<String> onlyTrain = missing(train.classes(), validation.classes());
    List<String> onlyValidation = missing(validation.classes(), train.classes());
    if (!onlyTrain.isEmpty() || !onlyValidation.isEmpty()) {
      throw new ImageDataException(
          ("Training and validation images must have the same classes. Only in training: %s;"
                  + " only in validation: %s. Add or remove these folders.")
              .formatted(onlyTrain, onlyValidation));
    }
  }

  /**
   * Lists both folders; decodes nothing.
   *
   * @throws ImageDataException if a folder is missing or they do not belong together
   */
  public static ImageNetTree open(Path root) {
    for (String part : List.of("train", "val")) {
      if (!Files.isDirectory(root.resolve(part))) {
        throw new ImageDataException(
            ("There is no folder %s. Expected train/<class>/* and val/<class>/* below %s;"
                    + " let OPPONENCY_DATA name a folder with both.")
                .formatted(root.resolve(part).toAbsolutePath(), root.toAbsolutePath()));
      }
    }
    return new ImageNetTree(
        ImageSet.folder(root.resolve("train")), ImageSet.folder(root.resolve("val")));
  }

  private static List<String> missing(List<String> names, List<String> elsewhere) {
    return names.stream().filter(name -> !elsewhere.contains(name)).toList();
  }
}
