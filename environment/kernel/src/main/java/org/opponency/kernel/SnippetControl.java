package org.opponency.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** Runs snippets in this process, on the thread of cells, and keeps the last value as an object. */
final class SnippetControl extends DirectExecutionControl {
  // The super class has made the loader of cells that of the thread that creates this.
  private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
  private final CellThread thread = new CellThread(loader);
  private volatile Object value;

  /** The thread on which snippets run. */
  CellThread thread() {
    return thread;
  }

  /** What loads the classes of cells and of the notebook's classpath. */
  ClassLoader loader() {
    return loader;
  }

  /** The value of the last snippet; null if it has none. */
  Object value() {
    return value;
  }

  /** Offers this control to JShell. */
  ExecutionControlProvider provider() {
    return new ExecutionControlProvider() {
      @Override
      public String name() {
        return "in-kernel";
      }

      @Override
      public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return SnippetControl.this;
      }
    };
  }

  @Override
  public void load(ClassBytecodes[] classes)
      throws ClassInstallException, NotImplementedException, EngineTerminationException {
    super.load(
        Arrays.stream(classes)
            .map(c -> new ClassBytecodes(c.name(), StopChecks.into(c.bytecodes())))
            .toArray(ClassBytecodes[]::new));
  }

  @Override
  protected String invoke(Method snippet) throws Exception {
    value = null;
    try {
      Object result = thread.call(() -> snippet.invoke(null));
      value = result;
      // JShell prints arrays well; anything else is shown by the kernel.
      return result != null && result.getClass().isArray() ? valueString(result) : "";
    } catch (InvocationTargetException e) {
      throw e;
    } catch (Throwable e) {
      throw new InvocationTargetException(e);
    }
  }

  @Override
  public void stop() {
    thread.stop();
  }
}
