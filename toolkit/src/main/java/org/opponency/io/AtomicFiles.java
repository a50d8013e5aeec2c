package org.opponency.io;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Files of a folder that are there in full or not at all, whatever interrupts the writing.
 *
 * @param folder made where it is missing
 */
public record AtomicFiles(Path folder) {

  /**
   * Writes or replaces a file, and makes the folder where it is missing.
   *
   * @throws UncheckedIOException if that fails; the message names the file, the reason and a remedy
   */
  public void write(String name, byte[] bytes) {
    try {
      Files.createDirectories(folder);
      // Not a temporary file of the JDK's: those are closed to everybody else.
      Path part = folder.resolve("." + name + "." + ProcessHandle.current().pid() + ".part");
      try {
        Files.write(part, bytes);
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          format(
                  "Cannot write %s (%d bytes) into %s: %s. Expected a folder that may be written to, on a",
                  name, bytes.length, folder.toAbsolutePath(), reason(e))
              + " disk with room; choose another or free some space.",
          e);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof FileSystemException detailed && detailed.getReason() != null) {
      return detailed.getReason();
    }
    return e.getClass().getSimpleName().replace("Exception", "");
  }
}
