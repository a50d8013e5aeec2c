package org.opponency.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A cell that does not compile, threw, or was interrupted; what the notebook shows of it. */
final class CellException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final transient List<String> lines;

  /** The kind of failure, one line that says what is wrong, and the lines that explain it. */
  CellException(String name, String message, List<String> lines) {
    this(name, message, lines, null);
  }

  private CellException(String name, String message, List<String> lines, Throwable cause) {
    super(message, cause);
    this.name = name;
    this.lines = lines;
  }

  /** A failure of something that the kernel itself did for a cell; the cell's own as it is. */
  static CellException of(String what, Throwable cause) {
    if (cause instanceof CellException own) {
      return own;
    }
    String message = what + ": " + cause;
    List<String> lines = new ArrayList<>(List.of(Ansi.error(message)));
    Arrays.stream(cause.getStackTrace()).limit(10).forEach(f -> lines.add("    at " + f));
    return new CellException(cause.getClass().getSimpleName(), message, lines, cause);
  }

  /** The kind of failure, such as the class of the exception. */
  String name() {
    return name;
  }

  /** The explanation, line by line. */
  List<String> lines() {
    return lines;
  }
}
