package org.opponency.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Runs snippets in this process, keeps the last value as an object, and stops a running one: first
 * by an interrupt, which lets it clean up, then by JShell's own means.
 */
final class SnippetControl extends LocalExecutionControl {
  private static final long GRACE_MS = 500;
  private static final Method RUN_CURRENT = runCurrentMethod();

  // Static because JShell calls a static method without arguments.
  private static final Object START_OR_STOP = new Object();
  private static volatile Method current;
  private static Thread thread;
  private static volatile boolean stopped;
  private static volatile Object value;

  /** Forgets that snippets were stopped: what comes next may run. */
  void begin() {
    stopped = false;
  }

  /** Whether snippets were stopped since {@link #begin}; until the next, none will run. */
  boolean stopped() {
    return stopped;
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
  protected String invoke(Method snippet) throws Exception {
    current = snippet;
    value = null;
    return super.invoke(RUN_CURRENT);
  }

  @Override
  public void stop() throws EngineTerminationException, InternalException {
    Thread running;
    synchronized (START_OR_STOP) {
      stopped = true;
      running = thread;
    }
    if (running == null) {
      return;
    }
    running.interrupt();
    try {
      running.join(GRACE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (running.isAlive()) {
      super.stop();
    }
  }

  // Called by JShell, whose own thread group swallows what a snippet's other threads throw.
  private static Object runCurrent() throws Throwable {
    CompletableFuture<Object> result = new CompletableFuture<>();
    synchronized (START_OR_STOP) {
      if (stopped) {
        return null;
      }
      thread = new Thread(new CellThreads(), () -> complete(result), "cell");
      thread.start();
    }
    try {
      value = result.join();
      return value;
    } catch (CompletionException e) {
      throw e.getCause();
    } finally {
      synchronized (START_OR_STOP) {
        thread = null;
      }
    }
  }

  private static void complete(CompletableFuture<Object> result) {
    try {
      result.complete(current.invoke(null));
    } catch (InvocationTargetException e) {
      result.completeExceptionally(e.getCause());
    } catch (Throwable e) {
      result.completeExceptionally(e);
    }
  }

  private static Method runCurrentMethod() {
    try {
      Method method = SnippetControl.class.getDeclaredMethod("runCurrent");
      method.setAccessible(true);
      return method;
    } catch (NoSuchMethodException e) {
      throw new LinkageError("runCurrent is missing", e);
    }
  }

  private static final class CellThreads extends ThreadGroup {
    CellThreads() {
      super("cell");
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
      if (!(thrown instanceof ThreadDeath)) {
        System.err.print("Exception in thread " + thread.getName() + ": ");
        thrown.printStackTrace();
      }
    }
  }
}
