package org.opponency.cli;

import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.opponency.io.Progress;
import org.opponency.io.StoppedException;
import org.opponency.report.notebook.ProgressBar;

/**
 * Lets work end by itself after SIGTERM or Ctrl-C: the process stays until the work has saved what
 * it has, since the tensor engine must not be torn down under it. Then it ends with the work's own
 * status or, if a {@link StoppedException} has ended the work, with that of the signal, 143 or 130.
 */
final class StopSignal {
  private static volatile boolean received; // signals are the process's

  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile OptionalInt status = OptionalInt.of(1);

  private StopSignal() {}

  /**
   * Does work that looks after signals.
   *
   * @param work given what to ask whether to stop, such as for {@link StoppedException#once};
   *     returns the status to exit with
   */
  static int during(ToIntFunction<BooleanSupplier> work) {
    StopSignal signal = new StopSignal();
    Thread hook = new Thread(signal::receive);
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      int status = work.applyAsInt(StopSignal::isReceived);
      signal.status = OptionalInt.of(status);
      return status;
    } catch (StoppedException e) {
      signal.status = OptionalInt.empty();
      throw e;
    } finally {
      signal.ended.countDown();
      if (!received) {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
    }
  }

  /** Whether the process was told to stop. */
  static boolean isReceived() {
    return received;
  }

  /**
   * A listener that ends the work it follows, at a step's end, once the process is told to stop.
   */
  static Consumer<Progress> ending(Consumer<Progress> listener) {
    return StoppedException.once(StopSignal::isReceived, listener);
  }

  /** A bar on standard error for work that a signal is to end. */
  static Consumer<Progress> progress() {
    return ending(ProgressBar.onStandardError());
  }

  /** Ends work between its parts, once the process is told to stop. */
  static void obey() {
    StoppedException.ifAsked(StopSignal::isReceived);
  }

  /** Runs while the process shuts down. Only this thread can choose its status then. */
  private void receive() {
    received = true;
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    status.ifPresent(Runtime.getRuntime()::halt); // else the signal goes on to end the process
  }
}
