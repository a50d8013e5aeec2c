package org.opponency.io;

import static org.opponency.io.Text.format;

import java.nio.file.Path;

/**
 * How far a long piece of work has come.
 *
 * @param what the work, such as {@code training width 4, run 1}
 * @param done units finished, 0 to {@code total}
 * @param total units in all, at least 1
 * @param detail what else is worth saying, such as {@code epoch 2/3 loss 1.234}; may be empty
 * @param note what has just happened and should stay to be read, such as that a checkpoint could
 *     not be written; else empty
 */
public record Progress(String what, long done, long total, String detail, String note) {
  /** Refuses counts that make no share. */
  public Progress {
    if (total < 1 || done < 0 || done > total) {
      throw new IllegalArgumentException(
          format("Expected 0 <= done <= total and total >= 1, got %d of %d", done, total));
    }
  }

  /** Progress with nothing to note. */
  public Progress(String what, long done, long total, String detail) {
    this(what, done, total, detail, "");
  }

  /** How far a file was read, in bytes. */
  public static Progress ofFile(Path file, long bytes, long total) {
    return new Progress("reading " + file.getFileName(), bytes, total, "");
  }

  /** The share done, in [0, 1]. */
  public double fraction() {
    return (double) done / total;
  }

  /** Whether nothing is left to do. */
  public boolean finished() {
    return done == total;
  }
}
