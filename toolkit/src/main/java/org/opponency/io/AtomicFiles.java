package org.opponency.io;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes files that are there in full or not at all, whatever interrupts the writing. Others may
 * read them as they may any new file of the user: the umask decides.
 */
public final class AtomicFiles {
  private AtomicFiles() {}

  /** Writes what belongs into a file to another place. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Path part) throws IOException;
  }

  /**
   * Writes or replaces a file, and makes its folder where that is missing.
   *
   * @throws UncheckedIOException if that fails; the message names the file, the reason and a remedy
   */
  public static void write(Path file, byte[] bytes) {
    try {
      replace(file, part -> Files.write(part, bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(
          format(
              "Cannot write %s (%d bytes) into %s: %s. Expected a folder that may be written to, on"
                  + " a disk with room; choose another or free some space.",
              file.getFileName(), bytes.length, file.toAbsolutePath().getParent(), Reason.of(e)),
          e);
    }
  }

  /**
   * Whether nobody else writes a file, in this process or another; then nobody can until its
   * channel closes.
   */
  public static boolean lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // this very process has it
    }
  }

  /** Writes or replaces a file with a text in UTF-8. */
  public static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes or replaces a file whose content is too much for the memory, or is written piece by
   * piece.
   *
   * @throws IOException if that fails, or if something else than a file, such as a link or a
   *     device, has the name; the old file stays
   */
  public static void replace(Path file, Content content) throws IOException {
    Path whole = file.toAbsolutePath();
    if (Files.exists(whole, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(whole, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(file.toString(), null, "what has this name is no plain file");
    }
    // Asked first, because the JDK takes a link to a folder for an obstacle.
    if (!Files.isDirectory(whole.getParent())) {
      Files.createDirectories(whole.getParent());
    }
    // Not a temporary file of the JDK's: those are closed to everybody else.
    Path part = whole.resolveSibling("." + whole.getFileName() + "." + writer() + ".part");
    Files.deleteIfExists(part); // of a killed process that had this one's number
    try {
      content.writeTo(part);
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * A regular expression for the names of files under way; those of killed processes stay.
   *
   * @param whole one for the names that the files are to have
   */
  public static String partOf(String whole) {
    return "\\.(" + whole + ")\\.[0-9]+-[0-9]+\\.part";
  }

  private static String writer() {
    return ProcessHandle.current().pid() + "-" + Thread.currentThread().getId();
  }
}
