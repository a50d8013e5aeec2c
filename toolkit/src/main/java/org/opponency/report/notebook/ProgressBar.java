package org.opponency.report.notebook;

import static org.opponency.io.Text.format;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.opponency.io.Progress;

/**
 * Progress as one line that is renewed a few times a second: what is done, a bar, how much, the
 * work's own words, the time left.
 *
 * <p>The time left assumes the pace since the work's first report; so work that was resumed half
 * way does not look twice as fast.
 */
public final class ProgressBar implements Consumer<Progress> {
  private static final int BAR = 20;

  /** By which the launcher says that standard error is a terminal: Java itself cannot tell. */
  private static final String TERMINAL = "opponency.terminal";

  private static final Duration LIVELY = Duration.ofMillis(250);
  private static final Duration CALM = Duration.ofSeconds(10);

  private final Sink sink;
  private final Duration pause;
  private final LongSupplier nanoTime;

  private Progress first;
  private long firstTime;
  private long lastTime;

  /** Takes a line without its end, and whether it is a piece of work's last. */
  interface Sink {
    void line(String text, boolean last);
  }

  ProgressBar(Sink sink, Duration pause, LongSupplier nanoTime) {
    this.sink = sink;
    this.pause = pause;
    this.nanoTime = nanoTime;
  }

  /** A bar in a cell's output: one line that is written over, and kept once the work is done. */
  public static ProgressBar inNotebook() {
    return new ProgressBar(
        (text, last) -> {
          NotebookDisplay.progress(text);
          if (last) {
            NotebookDisplay.endProgress();
          }
        },
        LIVELY,
        System::nanoTime);
  }

  /** A bar on a terminal: one line that is written over, and kept once the work is done. */
  public static ProgressBar onTerminal(PrintStream terminal) {
    return new ProgressBar(new TerminalLine(terminal), LIVELY, System::nanoTime);
  }

  /** A bar for log files: a whole line every ten seconds. */
  public static ProgressBar inLog(PrintStream log) {
    return new ProgressBar((text, last) -> log.println(text), CALM, System::nanoTime);
  }

  /** A bar on the standard error stream, so that results on standard output stay clean. */
  public static ProgressBar onStandardError() {
    return Boolean.getBoolean(TERMINAL) ? onTerminal(System.err) : inLog(System.err);
  }

  @Override
  public synchronized void accept(Progress progress) {
    if (!progress.note().isEmpty()) {
      sink.line(progress.note(), true); // a line of its own that no later one writes over
      return;
    }
    long now = nanoTime.getAsLong();
    boolean begins = first == null || !sameWork(progress);
    if (begins) {
      first = progress;
      firstTime = now;
    }
    if (begins || progress.finished() || now - lastTime >= pause.toNanos()) {
      lastTime = now;
      sink.line(text(progress, Duration.ofNanos(now - firstTime)), progress.finished());
    }
    if (progress.finished()) {
      first = null; // what comes next is other work, even under the same name
    }
  }

  private boolean sameWork(Progress progress) {
    return first.what().equals(progress.what()) && first.total() == progress.total();
  }

  private String text(Progress progress, Duration elapsed) {
    int full = (int) (BAR * progress.fraction());
    String bar = "#".repeat(full) + ".".repeat(BAR - full);
    String detail = progress.detail().isEmpty() ? "" : "  " + progress.detail();
    return format(
        "%s  [%s] %3d %%%s  %s",
        progress.what(), bar, (int) (100 * progress.fraction()), detail, time(progress, elapsed));
  }

  private String time(Progress progress, Duration elapsed) {
    if (progress.finished()) {
      return "done in " + clock(elapsed);
    }
    long doneHere = progress.done() - first.done();
    if (doneHere <= 0) {
      return "";
    }
    double secondsLeft = elapsed.toNanos() / 1e9 / doneHere * (progress.total() - progress.done());
    return clock(Duration.ofSeconds(Math.round(secondsLeft))) + " left";
  }

  /** 2:31, or 1:02:31 from an hour on. */
  private static String clock(Duration time) {
    return time.toHours() > 0
        ? format("%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
        : format("%d:%02d", time.toMinutes(), time.toSecondsPart());
  }
}
