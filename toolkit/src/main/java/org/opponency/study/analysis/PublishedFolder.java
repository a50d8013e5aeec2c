package org.opponency.study.analysis;

import static org.opponency.io.Text.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.opponency.images.MissingDataException;
import org.opponency.models.hub.PublishedData;

/** Finds a published folder of pictures in the data folder or beside it. */
public final class PublishedFolder {
  private PublishedFolder() {}

  /** It, if it is there. */
  public static Optional<Path> find(Path root, String name) {
    Path absolute = root.toAbsolutePath();
    return Stream.of(absolute.resolve(name), absolute.resolveSibling(name))
        .filter(Files::isDirectory)
        .findFirst();
  }

  /**
   * It.
   *
   * @throws MissingDataException if it is not there; it says where to get it
   */
  public static Path require(Path root, String name) {
    return find(root, name).orElseThrow(() -> missing(root, "folder " + name, published(name)));
  }

  /** What {@code data get} calls it. */
  private static String published(String folder) {
    return PublishedData.all().stream()
        .filter(data -> data.folder().equals(folder))
        .map(PublishedData::name)
        .findFirst()
        .orElse(folder);
  }

  /**
   * What is not there, and where to get it.
   *
   * @param what as people call it
   * @param name as {@code data get} does
   */
  static MissingDataException missing(Path root, String what, String name) {
    return new MissingDataException(
        format(
            "There is no %s in the data folder %s or beside it. Get it with environment/opponency"
                + " data get %s, or put the published one there, or a link to it.",
            what, root.toAbsolutePath(), name));
  }
}
