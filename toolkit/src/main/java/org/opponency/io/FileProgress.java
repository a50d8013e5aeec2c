package org.opponency.io;

import java.nio.file.Path;

/** Told from time to time how far the reading of a large file is. */
@FunctionalInterface
public interface FileProgress {
  /**
   * Takes note.
   *
   * @param bytes read so far; {@code total} once, at the end
   * @param total bytes of the file
   */
  void read(Path file, long bytes, long total);
}
