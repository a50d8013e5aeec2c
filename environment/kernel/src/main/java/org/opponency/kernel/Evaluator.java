package org.opponency.kernel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.opponency.kernel.Cell.Piece;

/** Runs cells in one JShell, so that what a cell declares lasts for the next. */
final class Evaluator {
  // IJava's own list, so that a notebook that lacks an import fails here as it would there.
  private static final String IMPORTS =
      """
      import java.io.*;
      import java.math.*;
      import java.net.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.prefs.*;
      import java.util.regex.*;
      import static org.opponency.kernel.Display.*;
      """;
  private static final Set<SubKind> WITH_VALUE =
      EnumSet.of(
          SubKind.TEMP_VAR_EXPRESSION_SUBKIND,
          SubKind.VAR_VALUE_SUBKIND,
          SubKind.OTHER_EXPRESSION_SUBKIND);

  private final SnippetControl control = new SnippetControl();
  private final JShell shell =
      JShell.builder().executionEngine(control.provider(), Map.of()).build();
  private final Map<String, Piece> pieces = new HashMap<>();
  private final ErrorText errors = new ErrorText(shell, pieces);

  Evaluator() {
    IMPORTS.lines().forEach(shell::eval);
  }

  /** Adds a jar or a folder to what cells compile and run against. */
  void addToClasspath(Path path) {
    shell.addToClasspath(path.toAbsolutePath().normalize().toString());
  }

  /** JShell's knowledge of source code. */
  SourceCodeAnalysis analysis() {
    return shell.sourceCodeAnalysis();
  }

  /**
   * Runs a cell to its end or its first failure.
   *
   * @return the value of the last snippet if that is an expression; an array as JShell prints it;
   *     or null
   */
  Object run(Cell cell) throws CellException {
    control.thread().begin();
    Object last = null;
    List<Snippet> declared = new ArrayList<>();
    for (Piece piece : cell.pieces(analysis())) {
      last = run(piece, declared);
    }
    refuseUnresolved(declared);
    return last;
  }

  /** Stops the running cell, if there is one. Called from another thread than {@link #run}. */
  void interrupt() {
    control.stop();
  }

  private Object run(Piece piece, List<Snippet> declared) throws CellException {
    Object last = null;
    List<SnippetEvent> events = shell.eval(piece.source());
    if (events.isEmpty()) {
      throw errors.openComment(piece);
    }
    for (SnippetEvent event : events) {
      if (event.causeSnippet() != null) {
        continue;
      }
      Snippet snippet = event.snippet();
      pieces.put(snippet.id(), piece);
      declared.add(snippet);
      if (control.thread().stopped()) {
        throw errors.interrupted(piece, event.exception());
      }
      if (event.status() == Status.REJECTED) {
        throw errors.rejected(piece, snippet);
      }
      if (event.exception() != null) {
        throw errors.thrown(event.exception());
      }
      last = WITH_VALUE.contains(snippet.subKind()) ? presentable(event) : null;
    }
    return last;
  }

  private Object presentable(SnippetEvent event) {
    Object value = control.value();
    return value != null && value.getClass().isArray() ? event.value() : value;
  }

  /** A class may use what a later snippet declares, but what is missing at the end is a mistake. */
  private void refuseUnresolved(List<Snippet> declared) throws CellException {
    for (Snippet snippet : declared) {
      if (shell.status(snippet) == Status.RECOVERABLE_NOT_DEFINED) {
        throw errors.unresolved((DeclarationSnippet) snippet);
      }
    }
  }
}
