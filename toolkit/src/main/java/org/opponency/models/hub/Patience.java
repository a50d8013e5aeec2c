package org.opponency.models.hub;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** Closes a stream that falls silent or takes too long, so that whoever reads from it goes on. */
final class Patience extends TimerTask implements AutoCloseable {
  private static final long TICK_MILLIS = 100;

  private final InputStream in;
  private final Limits limits;
  private final long begun = System.nanoTime();
  private final Timer timer = new Timer("download", true);
  private volatile long heard = begun;
  private volatile String lost;

  /**
   * How long a download may take.
   *
   * @param silence between two pieces of it
   * @param whole from its beginning to its end
   */
  record Limits(Duration silence, Duration whole) {}

  Patience(InputStream in, Limits limits) {
    this.in = in;
    this.limits = limits;
    timer.schedule(this, TICK_MILLIS, TICK_MILLIS);
  }

  /** Takes note that something has arrived. */
  void heard() {
    heard = System.nanoTime();
  }

  @Override
  public void run() {
    long now = System.nanoTime();
    if (now - heard > limits.silence.toNanos()) {
      lose("the server fell silent for " + limits.silence.toSeconds() + " s");
    } else if (now - begun > limits.whole.toNanos()) {
      lose("it took longer than " + limits.whole.toMinutes() + " minutes");
    }
  }

  private void lose(String reason) {
    lost = reason;
    try {
      in.close();
    } catch (IOException e) {
      lost = reason + " (" + e + ")";
    }
  }

  /** What has happened in words: the closing of the stream, or the failure itself. */
  IOException because(IOException failure) {
    return lost == null ? failure : new IOException(lost, failure);
  }

  @Override
  public void close() {
    timer.cancel();
  }
}
