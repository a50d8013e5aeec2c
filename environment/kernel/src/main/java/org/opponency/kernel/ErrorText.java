package org.opponency.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.UnresolvedReferenceException;
import org.opponency.kernel.Cell.Piece;

/** Words what went wrong in terms of cells and their lines. */
final class ErrorText {
  private static final int MOST_FRAMES = 20;

  private final JShell shell;
  private final Map<String, Piece> pieces;

  /** Reads which piece of which cell a snippet was from {@code pieces}, by snippet identifier. */
  ErrorText(JShell shell, Map<String, Piece> pieces) {
    this.shell = shell;
    this.pieces = pieces;
  }

  /** What the compiler refused: message, line and a caret under the place. */
  CellException rejected(Piece piece, Snippet snippet) {
    List<String> lines = new ArrayList<>();
    shell.diagnostics(snippet).filter(Diag::isError).forEach(d -> addDiagnostic(lines, piece, d));
    String message = lines.isEmpty() ? "JShell refuses " + piece.source() : lines.get(0);
    return new CellException(message, lines.isEmpty() ? List.of(message) : lines);
  }

  /** That a comment has no end: JShell finds nothing in it, not even a mistake. */
  CellException openComment(Piece piece) {
    String message =
        "cell [%d], line %d: reached end of file while parsing"
            .formatted(piece.cell().number(), piece.cellLine(1));
    return new CellException(message, List.of(message, "    " + place(piece, 1)));
  }

  /** What a cell threw, its causes, and where. */
  CellException thrown(JShellException exception) {
    List<String> lines = new ArrayList<>();
    for (Throwable t = exception; t != null; t = t.getCause()) {
      lines.add((t == exception ? "" : "Caused by: ") + name(t) + describe(t));
      addFrames(lines, t.getStackTrace());
    }
    String name = name(exception);
    return new CellException(
        name.substring(name.lastIndexOf('.') + 1) + describe(exception), lines);
  }

  /** That the user stopped a cell, and what it was doing. */
  CellException interrupted(Piece piece, JShellException exception) {
    List<String> lines = new ArrayList<>();
    if (isUnstoppable(exception)) {
      lines.add("Interrupted, but not stopped: the cell is %s,".formatted(exception.getMessage()));
      lines.add("which Java %s cannot end.".formatted(Runtime.version().feature()));
      lines.add("It goes on beside later cells; restart the kernel to end it.");
    } else {
      lines.add("Interrupted. What earlier cells declared is still there.");
    }
    if (exception == null || isUnstoppable(exception)) {
      lines.add("    at " + place(piece, 1));
    } else {
      addFrames(lines, exception.getStackTrace());
    }
    return new CellException("Interrupted", lines);
  }

  private static boolean isUnstoppable(JShellException exception) {
    return exception instanceof EvalException e
        && e.getExceptionClassName().equals(CellThread.Unstoppable.class.getName());
  }

  /** That a declaration needs something which nobody declared. */
  CellException unresolved(DeclarationSnippet snippet) {
    String message = "%s needs %s".formatted(snippet.name(), missing(snippet));
    return new CellException(
        message, List.of(message, "    at " + place(pieces.get(snippet.id()), 1)));
  }

  private String missing(DeclarationSnippet snippet) {
    return shell.unresolvedDependencies(snippet).collect(Collectors.joining(", "))
        + ", which is not declared";
  }

  private void addDiagnostic(List<String> lines, Piece piece, Diag diagnostic) {
    Cell cell = piece.cell();
    int at = within(cell, piece.start() + (int) diagnostic.getPosition());
    int end = within(cell, piece.start() + (int) diagnostic.getEndPosition());
    String line = cell.line(cell.lineAt(at));
    int column = cell.column(at);
    int carets = Math.max(1, Math.min(end - at, line.length() - column));
    lines.add(
        "cell [%d], line %d: %s"
            .formatted(cell.number(), cell.lineAt(at), withoutShell(diagnostic.getMessage(null))));
    lines.add("    " + line);
    lines.add("    " + " ".repeat(column) + "^".repeat(carets));
  }

  /** JShell closes an open statement by itself, so that a place can lie beyond the cell's end. */
  private static int within(Cell cell, int offset) {
    return Math.min(offset, cell.text().stripTrailing().length());
  }

  private void addFrames(List<String> lines, StackTraceElement[] frames) {
    int end = frames.length;
    while (end > 0 && !isCell(frames[end - 1])) {
      end--;
    }
    // A trace without a line of a cell comes from another thread: show it all.
    int shown = Math.min(end == 0 ? frames.length : end, MOST_FRAMES);
    for (int i = 0; i < shown; i++) {
      lines.add("    at " + frame(frames[i]));
    }
    if (end > shown) {
      lines.add("    ... %d more, the last at %s".formatted(end - shown, frame(frames[end - 1])));
    }
  }

  private boolean isCell(StackTraceElement frame) {
    String file = frame.getFileName();
    return file != null && file.startsWith("#") && pieces.containsKey(file.substring(1));
  }

  private String frame(StackTraceElement frame) {
    if (!isCell(frame)) {
      return frame.toString();
    }
    String method = frame.getMethodName();
    return (method.isEmpty() || method.contains("do_it$") ? "" : method + " in ")
        + place(pieces.get(frame.getFileName().substring(1)), frame.getLineNumber());
  }

  private static String place(Piece piece, int line) {
    int cellLine = piece.cellLine(line);
    return "cell [%d], line %d: %s"
        .formatted(piece.cell().number(), cellLine, piece.cell().line(cellLine).strip());
  }

  private static String name(Throwable thrown) {
    return thrown instanceof EvalException e
        ? withoutShell(e.getExceptionClassName())
        : "Unresolved reference";
  }

  private String describe(Throwable thrown) {
    if (thrown instanceof UnresolvedReferenceException e) {
      return ": %s needs %s".formatted(e.getSnippet().name(), missing(e.getSnippet()));
    }
    return thrown.getMessage() == null ? "" : ": " + withoutShell(thrown.getMessage());
  }

  /** Takes out the classes that JShell wraps around snippets. */
  private static String withoutShell(String text) {
    return text.replaceAll("REPL\\.\\$JShell\\$\\w+[.$]", "")
        .replaceAll("\\R\\s*location: class\\s*$", "");
  }
}
