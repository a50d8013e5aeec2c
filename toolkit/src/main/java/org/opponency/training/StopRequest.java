package org.opponency.training;

import org.opponency.io.StoppedException;

/**
 * Whether a run is to end once what was done is saved: because its listener says so, or because its
 * thread was interrupted. Until then the thread counts as not interrupted, since Java lets no
 * interrupted thread write a file.
 */
final class StopRequest {
  private StoppedException reason;
  private boolean interrupted;

  /** Tells a listener, which may throw a {@link StoppedException}. */
  void from(Runnable listener) {
    try {
      listener.run();
    } catch (StoppedException e) {
      reason = e;
    }
    fromInterrupt();
  }

  /** Whether the thread was interrupted since the last time. */
  boolean fromInterrupt() {
    boolean now = Thread.interrupted();
    if (now && reason == null) {
      reason = new StoppedException("Training was interrupted; the next run goes on from here");
    }
    interrupted |= now;
    return now;
  }

  boolean isMade() {
    return reason != null;
  }

  /** Ends the run if that was asked for. */
  void obey() {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (reason != null) {
      throw reason;
    }
  }
}
