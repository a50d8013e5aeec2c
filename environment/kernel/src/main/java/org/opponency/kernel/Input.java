package org.opponency.kernel;

import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageContext;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.reply.InputReply;
import io.github.spencerpark.jupyter.messages.request.InputRequest;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;

/** What cells read from {@code System.in}: lines for which the notebook asks its user. */
final class Input extends InputStream {
  private static final long POLL_MS = 20;

  private record Source(JupyterSocket stdin, MessageContext request, boolean allowed) {}

  private final Outbox outbox;
  private volatile Source source;
  private byte[] line = {};
  private int next;

  /** Uses the channel on the outbox's thread. */
  Input(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Asks in the name of a request from now on. */
  void askFor(JupyterSocket stdin, MessageContext request, boolean allowed) {
    source = new Source(stdin, request, allowed);
    next = line.length;
  }

  @Override
  public synchronized int read() throws InterruptedIOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public synchronized int read(byte[] target, int offset, int length)
      throws InterruptedIOException {
    if (length == 0) {
      return 0;
    }
    if (next == line.length) {
      line = (ask() + "\n").getBytes(StandardCharsets.UTF_8);
      next = 0;
    }
    int count = Math.min(length, line.length - next);
    System.arraycopy(line, next, target, offset, count);
    next += count;
    return count;
  }

  @Override
  public synchronized int available() {
    return line.length - next;
  }

  private String ask() throws InterruptedIOException {
    Source asked = source;
    if (asked == null || !asked.allowed()) {
      // Unchecked, because Scanner takes an IOException for the end of the input.
      throw new IllegalStateException(
          "This notebook runs without a user who could be asked: System.in gives nothing");
    }
    outbox.drain();
    outbox.call(() -> request(asked));
    while (true) {
      String reply = outbox.call(() -> reply(asked.stdin()));
      if (reply != null) {
        return reply;
      }
      pause();
    }
  }

  private static Object request(Source asked) {
    // The late answer to a question that was interrupted is none to this one.
    while (reply(asked.stdin()) != null) {}
    asked
        .stdin()
        .sendMessage(
            new Message<>(asked.request(), MessageType.INPUT_REQUEST, new InputRequest("", false)));
    return null;
  }

  private static String reply(JupyterSocket stdin) {
    if (!Connection.isWaiting(stdin)) {
      return null;
    }
    return stdin.readMessage().getContent() instanceof InputReply reply ? reply.getValue() : null;
  }

  private static void pause() throws InterruptedIOException {
    try {
      Thread.sleep(POLL_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the user was asked");
    }
  }
}
