package org.opponency.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.opponency.io.Sha256;

/**
 * A file of a crate.
 *
 * @param path below the crate's folder, with slashes
 * @param bytes its size
 * @param sha256 of its bytes, 64 hex digits
 */
record KeptFile(String path, long bytes, String sha256) {
  /** All files below a folder by path, but for hidden ones, links, and the crate's description. */
  static List<KeptFile> in(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .map(file -> of(folder, file))
          .filter(file -> !file.path.equals(Crate.METADATA))
          .sorted((a, b) -> a.path.compareTo(b.path))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the folder " + folder, e);
    }
  }

  private static KeptFile of(Path folder, Path file) {
    try {
      String path = folder.relativize(file).toString().replace('\\', '/');
      return new KeptFile(path, Files.size(file), Sha256.ofFile(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** What readers take it for; by its name's ending. */
  String mediaType() {
    return switch (path.substring(path.lastIndexOf('.') + 1)) {
      case "csv" -> "text/csv";
      case "html" -> "text/html";
      case "json" -> "application/json";
      case "md" -> "text/markdown";
      case "pdf" -> "application/pdf";
      case "png" -> "image/png";
      case "svg" -> "image/svg+xml";
      default -> "application/octet-stream";
    };
  }
}
