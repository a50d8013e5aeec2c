package org.opponency.models.hub;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opponency.io.Sha256;

/** The SHA-256 of a file, kept beside it as {@code NAME.sha256} in the form of sha256sum. */
final class Checksum {
  private Checksum() {}

  /** Notes the checksum that {@code content} will have as {@code file}. */
  static void note(Path content, Path file) throws IOException {
    String line = format("%s  %s%n", Sha256.ofFile(content), file.getFileName());
    Files.writeString(beside(file), line, StandardCharsets.UTF_8);
  }

  /**
   * Compares a file with the checksum beside it, if there is one.
   *
   * @throws IOException if they differ
   */
  static void verify(Path file) throws IOException {
    Path beside = beside(file);
    if (!Files.exists(beside)) {
      return;
    }
    String expected = Files.readString(beside, StandardCharsets.UTF_8).split("\\s", 2)[0];
    String found = Sha256.ofFile(file);
    if (!expected.equals(found)) {
      throw new IOException(
          format(
              "%s has changed since it was noted in %s: expected SHA-256 %s, found %s. Delete both to get it anew",
              file, beside.getFileName(), expected, found));
    }
  }

  /** The file that has it. */
  static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".sha256");
  }
}
