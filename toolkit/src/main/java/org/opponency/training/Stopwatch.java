package org.opponency.training;

import java.util.function.LongSupplier;

/** Wall-clock time that goes on from what an earlier process has measured. */
final class Stopwatch {
  private final LongSupplier nanoTime;
  private double before;
  private long started;

  Stopwatch(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    restart(0);
  }

  /** Starts anew from so many seconds. */
  void restart(double seconds) {
    before = seconds;
    started = nanoTime.getAsLong();
  }

  double seconds() {
    return before + (nanoTime.getAsLong() - started) / 1e9;
  }
}
