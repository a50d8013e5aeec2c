package org.opponency.images.source;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.opponency.images.ImageDataException;
import org.opponency.io.Printable;
import org.opponency.io.Reason;

/**
 * The classes of Tiny-ImageNet's validation images as it is unzipped: pictures in {@code images},
 * and {@code val_annotations.txt}, a line a picture with its name, its class and a box, separated
 * by tabs.
 */
final class Annotations {
  private static final String TABLE = "val_annotations.txt";
  private static final String IMAGES = "images/";

  private Annotations() {}

  /** Whether a folder is of this layout, and its pictures not sorted into classes since. */
  static boolean areIn(Path root) {
    return Files.isRegularFile(root.resolve(TABLE)) && Files.isDirectory(root.resolve(IMAGES));
  }

  /**
   * By class and name of each picture, both sorted as folders are, its path below the root.
   *
   * @throws ImageDataException if the table is damaged, or pictures are missing or not in it
   */
  static SortedMap<String, SortedMap<String, String>> read(Path root) {
    Set<String> there = new HashSet<>(FolderListing.images(root, IMAGES));
    SortedMap<String, SortedMap<String, String>> byClass = new TreeMap<>(FolderListing.CODE_POINTS);
    List<String> missing = new ArrayList<>();
    for (String line : lines(root.resolve(TABLE))) {
      String[] cells = cells(root, line);
      String file = IMAGES + cells[0];
      if (there.remove(file)) {
        byClass
            .computeIfAbsent(cells[1], name -> new TreeMap<>(FolderListing.CODE_POINTS))
            .put(cells[0], file);
      } else {
        missing.add(file);
      }
    }
    require(root, "has no", missing);
    require(root, "says no class in " + TABLE + " of", there.stream().sorted().toList());
    return byClass;
  }

  private static void require(Path root, String what, List<String> images) {
    if (!images.isEmpty()) {
      throw new ImageDataException(
          format(
              "%s %s %s. Expected each picture in images once in %s; unzip Tiny-ImageNet again.",
              root.toAbsolutePath(), what, Printable.firstOf(images), TABLE));
    }
  }

  private static String[] cells(Path root, String line) {
    String[] cells = line.split("\t");
    if (cells.length < 2 || cells[0].contains("/") || !cells[1].matches("\\w+")) {
      throw new ImageDataException(
          format(
              "%s has a line \"%s\"; expected a picture's name, a tab and its class.",
              root.resolve(TABLE).toAbsolutePath(), Printable.name(line)));
    }
    return cells;
  }

  private static List<String> lines(Path table) {
    try {
      return Files.readAllLines(table).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new ImageDataException(
          format("Cannot read %s: %s.", table.toAbsolutePath(), Reason.of(e)), e);
    }
  }
}
