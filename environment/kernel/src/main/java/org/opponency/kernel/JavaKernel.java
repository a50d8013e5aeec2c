package org.opponency.kernel;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.magic.LineMagicArgs;
import io.github.spencerpark.jupyter.kernel.magic.MagicParser;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.util.ArrayList;
import java.util.List;

/** Answers what Jupyter asks of a Java kernel. There is one a process. */
public final class JavaKernel extends BaseKernel {
  private static volatile JavaKernel running;

  private final Evaluator evaluator = new Evaluator();
  private final CodeAssist assist = new CodeAssist(evaluator.analysis());
  private final ClasspathMagics classpath =
      new ClasspathMagics(evaluator::addToClasspath, new MavenResolver());
  private final Magics magics = new Magics();
  private final MagicParser magicParser = new MagicParser();
  private final Outbox outbox = new Outbox(getIO());

  JavaKernel() {
    // The outbox does it, once and for all.
    setShouldReplaceStdStreams(false);
    System.setIn(getIO().in);
    magics.registerMagics(classpath);
    running = this;
  }

  /** The kernel of this process, or null before there is one. */
  public static JavaKernel running() {
    return running;
  }

  /** What {@code %classpath} does. */
  ClasspathMagics classpath() {
    return classpath;
  }

  @Override
  public DisplayData eval(String code) throws Exception {
    try {
      Cell cell = new Cell(executionCount.get() - 1, applyMagics(code));
      Object value = evaluator.run(cell);
      return value == null ? null : getRenderer().render(value);
    } catch (Error e) {
      // The base library answers exceptions only.
      throw new IllegalStateException("The kernel could not run this cell", e);
    } finally {
      outbox.drain();
    }
  }

  /** Sends data to the notebook, after all that is printed so far. */
  @Override
  public void display(DisplayData data) {
    outbox.send(() -> super.display(data));
  }

  /** Puts data in the place of what was displayed under a name, after all printed so far. */
  public void updateDisplay(String id, DisplayData data) {
    outbox.send(() -> getIO().display.updateDisplay(id, data));
  }

  @Override
  public ReplacementOptions complete(String code, int at) {
    return assist.complete(code, at);
  }

  @Override
  public DisplayData inspect(String code, int at, boolean extraDetail) {
    String text = assist.explain(code, at);
    return text.isEmpty() ? null : new DisplayData(text);
  }

  @Override
  public String isComplete(String code) {
    return switch (assist.completeness(code)) {
      case UNKNOWN -> IS_COMPLETE_BAD;
      case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> "  ";
      default -> IS_COMPLETE_YES;
    };
  }

  @Override
  public void interrupt() {
    evaluator.interrupt();
  }

  @Override
  public List<String> formatError(Exception e) {
    return e instanceof CellException cell ? cell.lines() : super.formatError(e);
  }

  @Override
  public LanguageInfo getLanguageInfo() {
    return new LanguageInfo.Builder("java")
        .version(Runtime.version().toString())
        .mimetype("text/x-java-source")
        .fileExtension(".jshell")
        .pygments("java")
        .codemirror("text/x-java")
        .build();
  }

  /** Runs the line magics before the code of the cell and leaves empty lines in their place. */
  private String applyMagics(String code) throws CellException {
    List<LineMagicArgs> calls = new ArrayList<>();
    String rest =
        magicParser.transformLineMagics(
            code,
            line -> {
              calls.add(line.getMagicCall());
              return "";
            });
    for (LineMagicArgs call : calls) {
      try {
        magics.applyLineMagic(call.getName(), call.getArgs());
      } catch (Exception e) {
        String message = "%%%s: %s".formatted(call.getName(), e.getMessage());
        throw new CellException(message, List.of(message), e);
      }
    }
    return rest;
  }
}
