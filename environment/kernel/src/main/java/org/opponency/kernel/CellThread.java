package org.opponency.kernel;

import static org.opponency.kernel.Text.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs the code of cells on one thread, so that what a cell leaves with its thread is there for the
 * next, and stops it: first by an interrupt, then at the next turn of a loop of a cell, then by
 * what means Java has. Code that nothing can stop is left behind with its thread.
 */
final class CellThread {
  // Time for what the cell cleans up; for the call of a library that it is in, such as a training
  // step; for Java to end the thread.
  private static final long CLEAN_UP_MS = 500;
  static final long QUIET_MS = 2_000;
  // A test that waits for it sets less.
  static final long CALL_MS = Long.getLong("opponency.kernel.call", 8_000);
  private static final long END_MS = 1_000;

  private final ClassLoader loader;
  private ExecutorService worker;
  private volatile Thread thread;
  private CompletableFuture<?> running;
  private volatile boolean stopped;
  private boolean ended;

  /** Threads of cells find classes through {@code loader}. */
  CellThread(ClassLoader loader) {
    this.loader = loader;
    renew();
  }

  /** Forgets that a cell was stopped: what comes next may run. */
  synchronized void begin() {
    stopped = false;
    StopCheck.release(thread);
  }

  /** Whether code was stopped since {@link #begin}; until the next, none will run. */
  boolean stopped() {
    return stopped;
  }

  /** Runs code and gives its value. Code that calls this itself runs on at once. */
  <T> T call(Callable<T> code) throws Throwable {
    if (Thread.currentThread() == thread) {
      return code.call();
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    synchronized (this) {
      if (stopped || ended) {
        throw new Stopped();
      }
      running = result;
      worker.execute(() -> complete(result, code));
    }
    try {
      return result.join();
    } catch (CompletionException e) {
      throw e.getCause();
    } finally {
      synchronized (this) {
        running = null;
      }
    }
  }

  /** Begins to stop the code that runs, and whatever else its cell would run. */
  synchronized void stop() {
    boolean again = stopped;
    stopped = true;
    if (running == null || running.isDone()) {
      return;
    }
    thread.interrupt();
    if (!again) {
      CompletableFuture<?> code = running;
      Thread doomed = thread;
      Thread stopper = new Thread(() -> insist(doomed, code), "stopper");
      stopper.setDaemon(true);
      stopper.start();
    }
  }

  /**
   * Stops the code that runs and waits until it has ended, or cannot be stopped, and lets none
   * begin any more, such as the next statement of a cell: the end of the process takes away what
   * native code works on.
   */
  void end() {
    CompletableFuture<?> code;
    synchronized (this) {
      ended = true;
      code = running;
      if (code == null || endsTheProcess()) {
        return;
      }
      stop();
    }
    code.exceptionally(thrown -> null).join();
  }

  /** A cell may call {@code System.exit} itself, which does not return. */
  private boolean endsTheProcess() {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(frame -> frame.getClassName().equals("java.lang.Shutdown"));
  }

  private void insist(Thread doomed, CompletableFuture<?> code) {
    if (ends(code, CLEAN_UP_MS)) {
      return;
    }
    synchronized (this) {
      if (running != code) {
        return;
      }
      StopCheck.stop(doomed);
    }
    if (ends(code, QUIET_MS)) {
      return;
    }
    System.err.printf(Locale.ROOT, "Interrupted: waiting for a call to end, %s%n", place(doomed));
    if (!ends(code, CALL_MS) && !(end(doomed) && ends(code, END_MS))) {
      abandon(doomed, code);
    }
  }

  private static boolean ends(CompletableFuture<?> code, long ms) {
    try {
      code.get(ms, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return false;
    } catch (Exception e) {
      // It threw: that is an end too.
    }
    return true;
  }

  /** Only up to JDK 19 can a thread be ended that does not want to. */
  @SuppressWarnings({"deprecation", "removal"})
  private static boolean end(Thread thread) {
    try {
      thread.stop();
      return true;
    } catch (UnsupportedOperationException | LinkageError e) {
      return false;
    }
  }

  private synchronized void abandon(Thread doomed, CompletableFuture<?> code) {
    if (running == code) {
      worker.shutdown();
      renew();
      code.completeExceptionally(new Unstoppable(place(doomed)));
    }
  }

  private static String place(Thread thread) {
    StackTraceElement[] frames = thread.getStackTrace();
    return frames.length == 0
        ? "at an unknown place"
        : format("in %s.%s", frames[0].getClassName(), frames[0].getMethodName());
  }

  private void renew() {
    worker = Executors.newSingleThreadExecutor(this::start);
    // The thread starts with its first task, and is known from then on.
    worker.execute(() -> {});
  }

  private Thread start(Runnable work) {
    Thread started = new Thread(new CellThreads(), work, "cell");
    started.setDaemon(true);
    started.setContextClassLoader(loader);
    thread = started;
    return started;
  }

  private static <T> void complete(CompletableFuture<T> result, Callable<T> code) {
    try {
      result.complete(code.call());
    } catch (Throwable e) {
      result.completeExceptionally(e);
    }
  }

  /** Code that goes on although its cell has ended. */
  static final class Unstoppable extends Exception {
    private static final long serialVersionUID = 1L;

    Unstoppable(String place) {
      super(place);
    }
  }

  private static final class CellThreads extends ThreadGroup {
    CellThreads() {
      super("cell");
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
      if (!(thrown instanceof ThreadDeath || thrown instanceof Stopped)) {
        System.err.print("Exception in thread " + thread.getName() + ": ");
        thrown.printStackTrace();
      }
    }
  }
}
