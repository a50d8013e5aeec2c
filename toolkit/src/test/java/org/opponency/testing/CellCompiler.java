package org.opponency.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Compiles a notebook's cells one after the other with the compiler that Java kernels use, and
 * executes none of them.
 */
public final class CellCompiler implements AutoCloseable {
  private final JShell shell =
      JShell.builder().executionEngine(new NoExecutionProvider(), Map.of()).build();

  /** Cells may use what is on this classpath. */
  public CellCompiler(String classpath) {
    // In one piece: JShell looks through all of it again after each.
    shell.addToClasspath(classpath);
  }

  /**
   * Compiles the next cell.
   *
   * @return what is wrong with it, each with its line (from 1); empty if nothing is
   */
  public List<String> problems(String cell) {
    var problems = new ArrayList<String>();
    Snippet last = null;
    var rest = cell;
    var line = 1;
    while (true) {
      var next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      if (next.completeness() == Completeness.EMPTY) {
        break;
      }
      var source = next.source() == null ? rest : next.source();
      if (next.completeness() == Completeness.COMPLETE_WITH_SEMI) {
        problems.add("line " + (line + lines(source)) + ": missing ';'");
      }
      for (var event : shell.eval(source)) {
        if (event.causeSnippet() == null) {
          last = event.snippet();
          check(last, event.status(), line, problems);
        }
      }
      // Unfinished code has no source of its own, and remains whole.
      if (next.source() == null) {
        break;
      }
      line += lines(rest) - lines(next.remaining());
      rest = next.remaining();
    }
    if (last != null && leavesValue(last)) {
      problems.add("ends in a left-over value, which some kernels print: " + last.source().strip());
    }
    return problems;
  }

  private void check(Snippet snippet, Status status, int line, List<String> problems) {
    if (status == Status.REJECTED) {
      shell
          .diagnostics(snippet)
          .forEach(
              diagnostic -> {
                var start = Math.max(0, (int) diagnostic.getStartPosition());
                var offset = lines(snippet.source().substring(0, start));
                problems.add("line " + (line + offset) + ": " + diagnostic.getMessage(Locale.UK));
              });
    }
    if (snippet.kind() == Kind.TYPE_DECL || snippet.kind() == Kind.METHOD) {
      problems.add("line " + line + ": defines a type or method; the toolkit is the place for it");
    }
  }

  private static boolean leavesValue(Snippet snippet) {
    return snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND
        || snippet.subKind() == SubKind.OTHER_EXPRESSION_SUBKIND
        || snippet.subKind() == SubKind.VAR_VALUE_SUBKIND;
  }

  private static int lines(String text) {
    return (int) text.chars().filter(character -> character == '\n').count();
  }

  @Override
  public void close() {
    shell.close();
  }

  private static final class NoExecutionProvider implements ExecutionControlProvider {
    @Override
    public String name() {
      return "none";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
      return new NoExecution();
    }
  }

  /** Takes the compiled cells and does nothing with them. */
  private static final class NoExecution implements ExecutionControl {
    @Override
    public void load(ClassBytecodes[] classes) {}

    @Override
    public void redefine(ClassBytecodes[] classes) {}

    @Override
    public String invoke(String className, String methodName) {
      return "";
    }

    @Override
    public String varValue(String className, String variable) {
      return "";
    }

    @Override
    public void addToClasspath(String path) {}

    @Override
    public void stop() {}

    @Override
    public Object extensionCommand(String command, Object argument) {
      throw new UnsupportedOperationException(command);
    }

    @Override
    public void close() {}
  }
}
