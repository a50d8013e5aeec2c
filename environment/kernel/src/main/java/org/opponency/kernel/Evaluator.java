package org.opponency.kernel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
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
      import static io.github.spencerpark.ijava.runtime.Display.*;
      import static io.github.spencerpark.ijava.runtime.Kernel.*;
      import static io.github.spencerpark.ijava.runtime.Magics.*;
      """;
  private static final Set<SubKind> WITH_VALUE =
      EnumSet.of(
          SubKind.TEMP_VAR_EXPRESSION_SUBKIND,
          SubKind.VAR_VALUE_SUBKIND,
          SubKind.OTHER_EXPRESSION_SUBKIND);

  private final SnippetControl control = new SnippetControl();
  private final Map<String, Piece> pieces = new ConcurrentHashMap<>();
  private final JShell shell;
  private final List<String> compilerOptions;
  private final ErrorText errors;
  private final TimeLimit limit;
  private JShell reader;

  /** Compiles with more options; no statement runs for longer than a limit, if that is not null. */
  Evaluator(List<String> compilerOptions, Duration limit) {
    shell =
        JShell.builder()
            .executionEngine(control.provider(), Map.of())
            .compilerOptions(compilerOptions.toArray(String[]::new))
            .build();
    this.compilerOptions = compilerOptions;
    errors = new ErrorText(shell, pieces);
    this.limit = new TimeLimit(limit, control::stop);
    IMPORTS.lines().forEach(shell::eval);
  }

  /** Makes an import that holds for all cells to come. */
  void declare(String statement) {
    for (SnippetEvent event : shell.eval(statement)) {
      if (event.status() == Status.REJECTED) {
        System.err.println("The compiler refuses " + statement);
      }
    }
  }

  /** Adds a jar or a folder to what cells compile and run against. */
  void addToClasspath(Path path) {
    shell.addToClasspath(path.toAbsolutePath().normalize().toString());
  }

  /** What loads the classes of cells. */
  ClassLoader loader() {
    return control.loader();
  }

  /** JShell's knowledge of source code. */
  SourceCodeAnalysis analysis() {
    return shell.sourceCodeAnalysis();
  }

  /**
   * JShell's knowledge of how code is built, from a shell that does nothing else: on JDK 25 one
   * that has been asked what a type declaration is explains nothing any more.
   */
  synchronized SourceCodeAnalysis syntax() {
    if (reader == null) {
      reader =
          JShell.builder()
              .executionEngine("local")
              .compilerOptions(compilerOptions.toArray(String[]::new))
              .build();
    }
    return reader.sourceCodeAnalysis();
  }

  /** Forgets that the last cell was stopped: what comes next may run. */
  void begin() {
    limit.begin();
    control.thread().begin();
  }

  /**
   * Runs a cell to its end or its first failure. A cell may run another.
   *
   * @return the value of the last snippet if that is an expression; an array as JShell prints it;
   *     or null
   */
  Object run(Cell cell) throws CellException {
    Object last = null;
    List<Snippet> declared = new ArrayList<>();
    for (Piece piece : cell.pieces(analysis())) {
      last = run(piece, declared);
    }
    refuseUnresolved(declared);
    return last;
  }

  /** Runs something else for a cell, on its thread. */
  <T> T call(Cell cell, Callable<T> code) throws Throwable {
    try {
      return control.thread().call(code);
    } catch (Throwable e) {
      if (control.thread().stopped()) {
        throw stopped(new Piece(cell, 0, cell.code()), null);
      }
      throw e;
    }
  }

  /** Stops the running cell, if there is one. Called from another thread than {@link #run}. */
  void interrupt() {
    control.stop();
  }

  /** The same, and waits for its end. */
  void end() {
    control.thread().end();
  }

  private Object run(Piece piece, List<Snippet> declared) throws CellException {
    Object last = null;
    List<SnippetEvent> events = limit.during(() -> shell.eval(piece.source()));
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
      refuse(piece, event);
      last = WITH_VALUE.contains(snippet.subKind()) ? presentable(event) : null;
    }
    return last;
  }

  private void refuse(Piece piece, SnippetEvent event) throws CellException {
    if (control.thread().stopped()) {
      throw stopped(piece, event);
    }
    if (event.status() == Status.REJECTED) {
      throw errors.rejected(piece, event.snippet());
    }
    if (event.exception() != null) {
      throw errors.thrown(event.exception());
    }
  }

  private CellException stopped(Piece piece, SnippetEvent event) {
    return limit.exceeded()
        ? errors.timedOut(piece, limit.text())
        : errors.interrupted(piece, event == null ? null : event.exception());
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
