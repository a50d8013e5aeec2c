package org.opponency.cli;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.opponency.io.Reason;
import picocli.CommandLine.Option;

/** The option that says which file a command writes. What cannot be written is found at once. */
final class OutputFile {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = {
        "the file to write; an earlier one is replaced, but nothing that is no plain file,",
        "and its folder is made where there is none"
      })
  private Path out;

  /**
   * The file, in a folder that is there; asked for before the work.
   *
   * @throws IllegalArgumentException if it is something else, such as a link, a folder or a device,
   *     or its folder cannot be written to
   */
  Path ready() {
    return ready(out);
  }

  /** The same of another file, such as one beside it. */
  static Path ready(Path file) {
    if (exists(file) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IllegalArgumentException(
          format(
              "Expected --out to name a plain file or a new one, got %s, which is a %s; give another",
              file, kind(file)));
    }
    folder(file.toAbsolutePath().getParent());
    return file;
  }

  /** A folder to write into, made where there is none, with the errors of {@link #ready}. */
  static Path folder(Path folder) {
    if (exists(folder) && !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          format(
              "Expected --out to lead to a folder, got %s, which is a %s; give another",
              folder, kind(folder)));
    }
    make(folder);
    if (!Files.isWritable(folder)) {
      throw new IllegalArgumentException(
          format("No permission to write into %s; give another --out", folder));
    }
    return folder;
  }

  private static void make(Path folder) {
    try {
      if (!Files.isDirectory(folder)) { // asked because the JDK refuses a link to one
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          format("Cannot make the folder %s of --out: %s; give another", folder, Reason.of(e)), e);
    }
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static String kind(Path path) {
    if (Files.isSymbolicLink(path)) {
      return "link";
    } else if (Files.isDirectory(path)) {
      return "folder";
    }
    return Files.isRegularFile(path) ? "file" : "device";
  }
}
