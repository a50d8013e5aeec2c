package org.opponency.kernel;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.Loop;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.reply.ShutdownReply;
import io.github.spencerpark.jupyter.messages.request.ShutdownRequest;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the kernel on the connection file that Jupyter names, and ends with Jupyter. */
public final class KernelMain {
  private static final long REPLY_MS = 1_000;

  private final JavaKernel kernel = new JavaKernel();
  private final CountDownLatch shutdown = new CountDownLatch(1);

  private KernelMain() {}

  /** {@code KernelMain CONNECTION_FILE}. */
  public static void main(String[] args) throws Exception {
    if (args.length != 1) {
      System.err.println("Expected one argument, the connection file that Jupyter writes.");
      System.exit(2);
    }
    // The base library reports every message at level INFO.
    Logger.getLogger("").setLevel(Level.WARNING);
    String connection = Files.readString(Path.of(args[0]));
    new KernelMain().run(KernelConnectionProperties.parse(connection));
    System.exit(0);
  }

  private void run(KernelConnectionProperties properties) throws Exception {
    addClasspath(System.getenv("IJAVA_CLASSPATH"));
    JupyterConnection connection = new JupyterConnection(properties);
    kernel.becomeHandlerForConnection(connection);
    connection.setHandler(MessageType.SHUTDOWN_REQUEST, this::shutDown);
    // By default ZeroMQ drops messages of which 1,000 wait; without the last a notebook hangs.
    connection.getIOPub().setSndHWM(0);
    connection.connect();
    surviveBadMessages();
    endWithParent(System.getenv("JPY_PARENT_PID"));
    shutdown.await();
    Thread.sleep(REPLY_MS);
  }

  private void addClasspath(String entries) {
    if (entries == null || entries.isBlank()) {
      return;
    }
    for (String entry : entries.split(File.pathSeparator)) {
      try {
        kernel.classpath().classpath(List.of(entry));
      } catch (Exception e) {
        System.err.println("IJAVA_CLASSPATH: " + e.getMessage());
      }
    }
  }

  /**
   * Closing the sockets while their loops run ends in exceptions; the end of the process is clean.
   */
  private void shutDown(ShellReplyEnvironment env, Message<ShutdownRequest> request) {
    env.setBusyDeferIdle();
    env.reply(
        request.getContent().isRestart()
            ? ShutdownReply.SHUTDOWN_AND_RESTART
            : ShutdownReply.SHUTDOWN);
    env.defer(shutdown::countDown);
  }

  /**
   * By default a message that cannot be read, or has a wrong signature, ends the channel's loop.
   */
  private static void surviveBadMessages() {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread instanceof Loop loop) {
        loop.onError(
            e -> {
              System.err.println("Message refused: " + e);
              return 0;
            });
      }
    }
  }

  /** Jupyter tells its process id; a kernel whose Jupyter was killed would live for ever. */
  private static void endWithParent(String parent) {
    if (parent != null) {
      ProcessHandle.of(Long.parseLong(parent))
          .ifPresent(process -> process.onExit().thenRun(() -> System.exit(1)));
    }
  }
}
