package org.opponency.kernel;

import java.util.List;

/** A cell that does not compile, threw, or was interrupted; what the notebook shows of it. */
final class CellException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> lines;

  /** One line that names the matter, and the lines that explain it. */
  CellException(String message, List<String> lines) {
    this(message, lines, null);
  }

  /** The same, with the exception behind it. */
  CellException(String message, List<String> lines, Throwable cause) {
    super(message, cause);
    this.lines = lines;
  }

  /** The explanation, line by line. */
  List<String> lines() {
    return lines;
  }
}
