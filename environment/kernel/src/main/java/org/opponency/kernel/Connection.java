package org.opponency.kernel;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.channels.Loop;
import io.github.spencerpark.jupyter.channels.ShellHandler;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import java.security.GeneralSecurityException;
import java.util.function.BiConsumer;
import org.zeromq.ZMQ;

/** The channels to Jupyter. */
final class Connection extends JupyterConnection {
  Connection(KernelConnectionProperties properties) throws GeneralSecurityException {
    super(properties);
    // By default ZeroMQ drops messages of which 1,000 wait; without the last a notebook hangs.
    iopub.setSndHWM(0);
  }

  @Override
  public void connect() {
    super.connect();
    surviveBadMessages();
  }

  /** The channel on which the kernel asks for input. */
  JupyterSocket stdin() {
    return stdin;
  }

  /**
   * Takes the requests that wait on the shell channel: those of a type go to {@code taker}, others
   * are answered as usual. Called by the thread that serves the channel.
   */
  <T> void takeWaiting(MessageType<T> type, BiConsumer<ShellReplyEnvironment, Message<?>> taker) {
    while (isWaiting(shell)) {
      try {
        Message<?> message = shell.readMessage();
        ShellReplyEnvironment env = prepareReplyEnv(shell, message);
        if (message.getHeader().getType().equals(type)) {
          taker.accept(env, message);
        } else {
          handle(env, message);
        }
        env.resolveDeferrals();
      } catch (RuntimeException e) {
        refused(e);
      }
    }
  }

  /** Whether a channel has a message to read. */
  static boolean isWaiting(JupyterSocket channel) {
    return (channel.getEvents() & ZMQ.Poller.POLLIN) != 0;
  }

  @SuppressWarnings("unchecked")
  private <T> void handle(ShellReplyEnvironment env, Message<?> message) {
    var handler = (ShellHandler<T>) getHandler(message.getHeader().getType());
    if (handler != null) {
      handler.handle(env, (Message<T>) message);
    }
  }

  /**
   * By default a message that cannot be read, or has a wrong signature, ends the channel's loop.
   */
  private static void surviveBadMessages() {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread instanceof Loop loop) {
        loop.onError(Connection::refused);
      }
    }
  }

  private static long refused(Throwable reason) {
    System.err.println("Message refused: " + reason);
    return 0;
  }
}
