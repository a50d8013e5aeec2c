package org.opponency.kernel;

import static org.opponency.kernel.Text.format;

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
  private static final String NOT_COMPILED = "CompilationError";

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
    String message =
        shell
            .diagnostics(snippet)
            .filter(Diag::isError)
            .findFirst()
            .map(diagnostic -> message(piece, diagnostic))
            .orElse("JShell refuses " + piece.source());
    return new CellException(
        NOT_COMPILED, message, lines.isEmpty() ? List.of(Ansi.error(message)) : lines);
  }

  /** That a comment has no end: JShell finds nothing in it, not even a mistake. */
  CellException openComment(Piece piece) {
    String message =
        format(
            "cell [%d], line %d: reached end of file while parsing",
            piece.cell().number(), piece.cellLine(1));
    return failure(NOT_COMPILED, message, piece);
  }

  /** What a cell threw, its causes, and where. */
  CellException thrown(JShellException exception) {
    List<String> lines = new ArrayList<>();
    for (Throwable t = exception; t != null; t = t.getCause()) {
      lines.add(Ansi.error((t == exception ? "" : "Caused by: ") + headline(t)));
      addFrames(lines, t.getStackTrace());
      if (isMagic(t)) {
        break;
      }
    }
    String name = name(exception);
    return new CellException(name.substring(name.lastIndexOf('.') + 1), message(exception), lines);
  }

  /** That the user stopped a cell, and what it was doing. */
  CellException interrupted(Piece piece, JShellException exception) {
    List<String> lines = new ArrayList<>();
    if (is(exception, CellThread.Unstoppable.class)) {
      lines.add(
          Ansi.error("Interrupted, but not stopped: the cell is " + exception.getMessage() + ","));
      lines.add(
          format(
              "which Java %d cannot end. It goes on beside later cells; restart the kernel to end it.",
              Runtime.version().feature()));
    } else {
      lines.add(Ansi.error("Interrupted.") + " What earlier cells declared is still there.");
    }
    if (exception == null || is(exception, CellThread.Unstoppable.class)) {
      lines.add("    at " + place(piece, 1));
    } else {
      addFrames(lines, exception.getStackTrace());
    }
    return new CellException("InterruptedException", "Interrupted", lines);
  }

  /** That a statement took longer than it may. */
  CellException timedOut(Piece piece, String limit) {
    return failure(
        "TimeoutException",
        format(
            "Timed out: the statement ran for %s, the limit of JJAVA_TIMEOUT or IJAVA_TIMEOUT",
            limit),
        piece);
  }

  /** That a declaration needs something which nobody declared. */
  CellException unresolved(DeclarationSnippet snippet) {
    String message = format("%s needs %s", snippet.name(), missing(snippet));
    return failure(NOT_COMPILED, message, pieces.get(snippet.id()));
  }

  private CellException failure(String name, String message, Piece piece) {
    return new CellException(
        name, message, List.of(Ansi.error(message), "    at " + place(piece, 1)));
  }

  private String missing(DeclarationSnippet snippet) {
    return shell.unresolvedDependencies(snippet).collect(Collectors.joining(", "))
        + ", which is not declared";
  }

  private static String message(Piece piece, Diag diagnostic) {
    Cell cell = piece.cell();
    int at = within(cell, piece.start() + (int) diagnostic.getPosition());
    return format(
        "cell [%d], line %d: %s",
        cell.number(), cell.lineAt(at), withoutShell(diagnostic.getMessage(null)));
  }

  private void addDiagnostic(List<String> lines, Piece piece, Diag diagnostic) {
    Cell cell = piece.cell();
    int at = within(cell, piece.start() + (int) diagnostic.getPosition());
    int end = within(cell, piece.start() + (int) diagnostic.getEndPosition());
    String line = cell.line(cell.lineAt(at));
    int column = cell.column(at);
    int carets = Math.max(1, Math.min(end - at, line.length() - column));
    lines.add(Ansi.error(message(piece, diagnostic)));
    lines.add("    " + line);
    lines.add("    " + " ".repeat(column) + Ansi.error("^".repeat(carets)));
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
      lines.add(format("    ... %d more, the last at %s", end - shown, frame(frames[end - 1])));
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
    return Ansi.place(format("cell [%d], line %d", piece.cell().number(), cellLine))
        + ": "
        + piece.cell().line(cellLine).strip();
  }

  private String headline(Throwable thrown) {
    String message = message(thrown);
    return isMagic(thrown) ? message : name(thrown) + (message.isEmpty() ? "" : ": " + message);
  }

  private static String name(Throwable thrown) {
    return thrown instanceof EvalException e
        ? withoutShell(e.getExceptionClassName())
        : "Unresolved reference";
  }

  private String message(Throwable thrown) {
    if (thrown instanceof UnresolvedReferenceException e) {
      return format("%s needs %s", e.getSnippet().name(), missing(e.getSnippet()));
    }
    return thrown.getMessage() == null ? "" : withoutShell(thrown.getMessage());
  }

  /** The message of a magic says all; the rest are the kernel's own insides. */
  private static boolean isMagic(Throwable thrown) {
    return is(thrown, MagicException.class);
  }

  private static boolean is(Throwable thrown, Class<?> type) {
    return thrown instanceof EvalException e && e.getExceptionClassName().equals(type.getName());
  }

  /** Takes out the classes that JShell wraps around snippets. */
  private static String withoutShell(String text) {
    return text.replaceAll("REPL\\.\\$JShell\\$\\w+[.$]", "")
        .replaceAll("\\R\\s*location: class\\s*$", "");
  }
}
