package org.opponency.cli;

import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;

/**
 * Lets work end by itself after SIGTERM or Ctrl-C: the process stays until the work has saved what
 * it has, then ends with the work's own status.
 */
final class StopSignal {
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean received;
  private volatile int status = 1;

  private StopSignal() {}

  /**
   * Does work that looks after signals.
   *
   * @param work given what to ask whether to stop; returns the status to exit with
   */
  static int during(ToIntFunction<BooleanSupplier> work) {
    StopSignal signal = new StopSignal();
    Thread hook = new Thread(signal::receive);
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      signal.status = work.applyAsInt(() -> signal.received);
      return signal.status;
    } finally {
      signal.ended.countDown();
      if (!signal.received) {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
    }
  }

  /** Runs while the process shuts down. Only this thread can choose its status then. */
  private void receive() {
    received = true;
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(status);
  }
}
