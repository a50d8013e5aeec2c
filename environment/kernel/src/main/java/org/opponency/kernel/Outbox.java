package org.opponency.kernel;

import io.github.spencerpark.jupyter.kernel.JupyterIO;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends what cells print and show, from one thread of its own: to interrupt a thread inside a
 * ZeroMQ call would close the socket. Prints go out together, twenty times a second, so that a cell
 * that prints much does not flood the notebook; one that shows much is slowed down.
 */
final class Outbox {
  private static final long PERIOD_MS = 50;
  private static final long PAUSE_NS = 4_000_000;

  private final ScheduledExecutorService sender =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "outbox");
            thread.setDaemon(true);
            return thread;
          });
  private final JupyterIO notebook;
  private final List<Printed> streams;

  /** Takes over {@code System.out} and {@code System.err}. */
  Outbox(JupyterIO notebook) {
    this.notebook = notebook;
    Printed out = new Printed(notebook.out, System.out);
    Printed err = new Printed(notebook.err, System.err);
    streams = List.of(out, err);
    System.setOut(printTo(out));
    System.setErr(printTo(err));
    sender.scheduleWithFixedDelay(this::flush, PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
  }

  /** Sends what is printed so far and waits for it. */
  void drain() {
    CompletableFuture.runAsync(this::flush, sender).join();
  }

  /** Sends what is printed so far, then does {@code message}, and waits for it. */
  void send(Runnable message) {
    CompletableFuture.runAsync(
            () -> {
              flush();
              message.run();
              LockSupport.parkNanos(PAUSE_NS);
            },
            sender)
        .join();
  }

  private static PrintStream printTo(OutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  private void flush() {
    streams.forEach(stream -> stream.flushTo(notebook.isAttached()));
  }

  /** Collects bytes; a writer that is faster than the notebook waits. */
  private static final class Printed extends OutputStream {
    private static final int MOST_BYTES = 1 << 17;

    private final PrintStream toNotebook;
    private final PrintStream toTerminal;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Printed(PrintStream toNotebook, PrintStream toTerminal) {
      this.toNotebook = toNotebook;
      this.toTerminal = toTerminal;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] source, int offset, int length) {
      boolean interrupted = false;
      while (bytes.size() > MOST_BYTES) {
        try {
          wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      bytes.write(source, offset, length);
    }

    /** Between cells there is nobody to send to: what threads still print goes to the terminal. */
    void flushTo(boolean attached) {
      byte[] taken = take();
      if (taken.length > 0) {
        (attached ? toNotebook : toTerminal).write(taken, 0, taken.length);
      }
    }

    private synchronized byte[] take() {
      byte[] taken = bytes.toByteArray();
      bytes.reset();
      notifyAll();
      return taken;
    }
  }
}
