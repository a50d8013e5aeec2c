package org.opponency.images.source;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.opponency.images.ImageDataException;
import org.opponency.io.Reason;

/** What lies in a folder of images, sorted by name; says clearly what is wrong with it. */
final class FolderListing {
  private static final String LAYOUT =
      "Expected one sub-folder a class with .jpg, .jpeg or .png files in it.";

  /** Folders that macOS, network drives, Windows and Linux put beside a user's own. */
  private static final Set<String> STRAYS =
      Set.of("__MACOSX", "@eaDir", "$RECYCLE.BIN", "System Volume Information", "lost+found");

  /** As Python sorts texts, which differs from Java's order for rare characters. */
  static final Comparator<String> CODE_POINTS =
      Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  /** Of paths: a folder's own files, then its sub-folders', as {@code sorted(os.walk(...))}. */
  private static final Comparator<String> IN_FOLDERS =
      Comparator.comparing(FolderListing::folder, CODE_POINTS).thenComparing(CODE_POINTS);

  /** Of the ids of images in classes: as torchvision's {@code ImageFolder}. */
  static final Comparator<String> ORDER =
      Comparator.comparing((String id) -> id.substring(0, id.indexOf('/')), CODE_POINTS)
          .thenComparing(IN_FOLDERS);

  private FolderListing() {}

  /** Names of the sub-folders. */
  static List<String> classes(Path root) {
    Path path = root.toAbsolutePath();
    if (!Files.exists(root)) {
      throw new ImageDataException(
          format("There is no image folder %s. %s Check the path.", path, LAYOUT));
    }
    if (!Files.isDirectory(root)) {
      throw new ImageDataException(
          format("%s is a file, not an image folder. %s Give the folder.", path, LAYOUT));
    }
    try (Stream<Path> entries = Files.list(root)) {
      List<String> names =
          entries
              .filter(Files::isDirectory)
              .map(entry -> entry.getFileName().toString())
              .filter(FolderListing::isVisible)
              .sorted(CODE_POINTS)
              .toList();
      if (names.isEmpty()) {
        throw new ImageDataException(
            format(
                "The image folder %s has no sub-folders. %s Fill it or give another.",
                path, LAYOUT));
      }
      return names;
    } catch (IOException | UncheckedIOException e) {
      throw unlistable(root, e);
    }
  }

  /** Paths of all images below the root, whatever the sub-folders. */
  static List<String> allImages(Path root) {
    if (!Files.isDirectory(root)) {
      throw new ImageDataException(
          format("There is no image folder %s. Check the path.", root.toAbsolutePath()));
    }
    List<String> images = images(root, "");
    if (images.isEmpty()) {
      throw new ImageDataException(
          format(
              "No .jpg, .jpeg or .png file in or below %s. Fill it or give another folder.",
              root.toAbsolutePath()));
    }
    return images;
  }

  /** Paths of a class's images below the root, separated by slashes on every system. */
  static List<String> images(Path root, String name) {
    Path folder = root.resolve(name);
    try (Stream<Path> files =
        Files.find(
            folder,
            Integer.MAX_VALUE,
            (path, attributes) ->
                // A link to a file is that file; what is left as a link leads to nothing.
                (attributes.isRegularFile() || attributes.isSymbolicLink())
                    && isImage(path.toString()),
            FileVisitOption.FOLLOW_LINKS)) {
      return files
          .map(path -> root.relativize(path).toString().replace('\\', '/'))
          .filter(FolderListing::isVisible)
          .sorted(name.isEmpty() ? CODE_POINTS : ORDER)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw unlistable(folder, e);
    }
  }

  private static ImageDataException unlistable(Path folder, Exception cause) {
    return new ImageDataException(
        format("Cannot list the image folder %s: %s.", folder.toAbsolutePath(), Reason.of(cause)),
        cause);
  }

  static boolean isImage(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return name.endsWith(".jpg") || name.endsWith(".jpeg") || name.endsWith(".png");
  }

  /** Whether no part of a path below the root is hidden, or left there by a file manager. */
  static boolean isVisible(String path) {
    return Stream.of(path.split("/"))
        .noneMatch(part -> part.startsWith(".") || STRAYS.contains(part));
  }

  private static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
