package org.opponency.kernel;

import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.reply.ShutdownReply;
import io.github.spencerpark.jupyter.messages.request.ShutdownRequest;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** Starts the kernel on the connection file that Jupyter names, and ends with Jupyter. */
public final class KernelMain {
  private static final long SEND_NS = 1_000_000_000;

  private final CountDownLatch shutdown = new CountDownLatch(1);

  private KernelMain() {}

  /** {@code KernelMain CONNECTION_FILE}, or the words that {@link Installer} wants. */
  public static void main(String[] args) throws Exception {
    if (args.length > 0 && args[0].equals("--install")) {
      System.exit(install(Arrays.asList(args).subList(1, args.length)));
    }
    if (args.length != 1) {
      System.err.println("Expected one argument, the connection file that Jupyter writes.");
      System.err.println("To install the kernel: " + Installer.USAGE);
      System.exit(2);
    }
    // The base library reports every message at level INFO.
    Logger.getLogger("").setLevel(Level.WARNING);
    KernelConnectionProperties properties = KernelConnectionProperties.parse(read(args[0]));
    PrintStream err = System.err; // that of the kernel waits for a reader
    // The threads of the sockets that are open already would keep a process alive that failed, and
    // Jupyter would wait for it.
    try {
      new KernelMain().run(properties);
    } catch (ZMQException e) {
      err.println("The kernel cannot start: " + reason(e, args[0]));
      System.exit(1);
    } catch (Exception | Error e) {
      e.printStackTrace(err);
      System.exit(1);
    }
    System.exit(0);
  }

  private static String reason(ZMQException e, String connectionFile) {
    return e.getErrorCode() == ZMQ.Error.EADDRINUSE.getCode()
        ? "another program uses a port of "
            + connectionFile
            + " since Jupyter chose it; start again"
        : e.getMessage();
  }

  private static String read(String connectionFile) {
    try {
      return Files.readString(Path.of(connectionFile));
    } catch (IOException e) {
      System.err.printf(
          Locale.ROOT, "Cannot read the connection file %s: start the kernel from Jupyter.%n", e);
      System.exit(2);
      throw new UncheckedIOException(e);
    }
  }

  private static int install(List<String> options) throws URISyntaxException {
    Path jar =
        Path.of(KernelMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try {
      Path home = Path.of(System.getProperty("user.home"));
      Path folder = new Installer(System.getenv(), home).install(jar, options);
      System.out.println("Installed the kernel: " + folder);
      return 0;
    } catch (IllegalArgumentException | IOException e) {
      System.err.println("The kernel is not installed: " + e.getMessage());
      return 2;
    }
  }

  private void run(KernelConnectionProperties properties) throws Exception {
    endWithParent(System.getenv("JPY_PARENT_PID"));
    JavaKernel kernel = new JavaKernel(settings());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(kernel), "end of cells"));
    Connection connection = new Connection(properties);
    kernel.becomeHandlerForConnection(connection);
    connection.setHandler(MessageType.SHUTDOWN_REQUEST, this::shutDown);
    connection.connect();
    shutdown.await();
  }

  /** What a cell said last, and the reply to Jupyter, take a moment to leave the process. */
  private static void end(JavaKernel kernel) {
    try {
      kernel.end();
    } finally {
      LockSupport.parkNanos(SEND_NS);
    }
  }

  private static Settings settings() {
    try {
      return Settings.of(System::getenv);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      throw e;
    }
  }

  /**
   * Closing the sockets while their loops run ends in exceptions; the end of the process is clean.
   */
  private void shutDown(ShellReplyEnvironment env, Message<ShutdownRequest> request) {
    env.setBusyDeferIdle();
    Replies.ok(
        env,
        request.getContent().isRestart()
            ? ShutdownReply.SHUTDOWN_AND_RESTART
            : ShutdownReply.SHUTDOWN);
    env.defer(shutdown::countDown);
  }

  /**
   * Jupyter tells its process id; a kernel whose Jupyter was killed would live for ever, also one
   * that is still starting then. A process that is not there at all may be out of sight only, in
   * another container.
   */
  private static void endWithParent(String parent) {
    if (parent != null) {
      ProcessHandle.of(Long.parseLong(parent))
          .ifPresent(process -> process.onExit().thenRun(() -> System.exit(1)));
    }
  }
}
