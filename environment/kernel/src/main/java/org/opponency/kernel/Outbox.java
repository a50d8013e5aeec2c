package org.opponency.kernel;

import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.messages.ContentType;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageContext;
import io.github.spencerpark.jupyter.messages.publish.PublishStream;
import io.github.spencerpark.jupyter.messages.publish.PublishStream.StreamType;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Sends what cells print and show, from one thread of its own: to interrupt a thread inside a
 * ZeroMQ call would close the socket. Prints go out together, twenty times a second, so that a cell
 * that prints much does not flood the notebook; one that shows much is slowed down. What threads
 * print after their cell has ended goes to the cell that ran last.
 */
final class Outbox {
  private static final long PERIOD_MS = 50;
  private static final long PAUSE_NS = 4_000_000;

  private record Destination(JupyterSocket socket, MessageContext request, boolean silent) {
    <T extends ContentType<T>> void publish(T content) {
      if (!silent) {
        socket.sendMessage(new Message<>(request, content.getType(), content));
      }
    }
  }

  private final ScheduledExecutorService sender =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "outbox");
            thread.setDaemon(true);
            return thread;
          });
  private final List<Printed> streams;
  private volatile Destination destination;

  /** Takes over {@code System.out} and {@code System.err}. */
  Outbox() {
    Printed out = new Printed(StreamType.OUT, System.out);
    Printed err = new Printed(StreamType.ERR, System.err);
    streams = List.of(out, err);
    System.setOut(printTo(out));
    System.setErr(printTo(err));
    sender.scheduleWithFixedDelay(this::tryToFlush, PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
  }

  /** Sends what comes from now on as output of a request; drops it if that is to be silent. */
  void sendTo(JupyterSocket socket, MessageContext request, boolean silent) {
    call(
        () -> {
          flush();
          return destination = new Destination(socket, request, silent);
        });
  }

  /** Sends what is printed so far and waits for it. */
  void drain() {
    CompletableFuture.runAsync(this::flush, sender).join();
  }

  /** Sends what is printed so far, then {@code content}, and waits for it. */
  <T extends ContentType<T>> void publish(T content) {
    call(
        () -> {
          flush();
          if (destination != null) {
            destination.publish(content);
          }
          LockSupport.parkNanos(PAUSE_NS);
          return null;
        });
  }

  /** Uses a channel on the thread that nobody interrupts, and waits for the result. */
  <T> T call(Supplier<T> use) {
    return CompletableFuture.supplyAsync(use, sender).join();
  }

  private static PrintStream printTo(OutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  /** A task that throws once, for want of memory, would not be run again. */
  private void tryToFlush() {
    try {
      flush();
    } catch (Throwable e) {
      // To print it could wait for this very thread.
    }
  }

  private void flush() {
    streams.forEach(stream -> stream.flushTo(destination));
  }

  /** Collects bytes; a writer that is faster than the notebook waits. */
  private static final class Printed extends OutputStream {
    private static final int MOST_BYTES = 1 << 17;

    private final StreamType name;
    private final PrintStream terminal;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Printed(StreamType name, PrintStream terminal) {
      this.name = name;
      this.terminal = terminal;
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

    /** Before the first cell there is only the terminal. */
    void flushTo(Destination destination) {
      byte[] taken = take();
      if (taken.length == 0) {
        return;
      }
      if (destination == null) {
        terminal.write(taken, 0, taken.length);
        terminal.flush();
      } else {
        destination.publish(new PublishStream(name, new String(taken, StandardCharsets.UTF_8)));
      }
    }

    /** Leaves a character of which the end is not printed yet. */
    private synchronized byte[] take() {
      byte[] all = bytes.toByteArray();
      int whole = all.length - unfinished(all);
      bytes.reset();
      bytes.write(all, whole, all.length - whole);
      notifyAll();
      return Arrays.copyOf(all, whole);
    }

    private static int unfinished(byte[] utf8) {
      for (int back = 1; back <= Math.min(3, utf8.length); back++) {
        int b = utf8[utf8.length - back] & 0xff;
        if (b >= 0xc0) {
          int length = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2;
          return length > back ? back : 0;
        }
        if (b < 0x80) {
          return 0;
        }
      }
      return 0;
    }
  }
}
