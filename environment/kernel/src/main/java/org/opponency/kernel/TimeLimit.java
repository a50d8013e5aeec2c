package org.opponency.kernel;

import static org.opponency.kernel.Text.format;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Stops statements that run for too long. */
final class TimeLimit {
  private final Duration limit;
  private final Runnable stop;
  private final ScheduledExecutorService clock;
  private volatile boolean exceeded;

  /** Without a limit, null, nothing is stopped. */
  TimeLimit(Duration limit, Runnable stop) {
    this.limit = limit;
    this.stop = stop;
    clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "time limit");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Forgets that a statement was stopped. */
  void begin() {
    exceeded = false;
  }

  /** Whether a statement was stopped since {@link #begin}. */
  boolean exceeded() {
    return exceeded;
  }

  /** The limit in words. */
  String text() {
    return format("%s s", limit.toMillis() / 1000.0);
  }

  /** Does something within the limit. */
  <T> T during(Supplier<T> statement) {
    if (limit == null) {
      return statement.get();
    }
    ScheduledFuture<?> alarm =
        clock.schedule(this::exceed, limit.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return statement.get();
    } finally {
      alarm.cancel(false);
    }
  }

  private void exceed() {
    exceeded = true;
    stop.run();
  }
}
