package org.opponency.kernel;

import io.github.spencerpark.jupyter.kernel.magic.registry.CellMagic;
import io.github.spencerpark.jupyter.kernel.magic.registry.LineMagic;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The magics {@code time} and {@code bash}. */
public final class RunMagics {
  private final JavaKernel kernel;

  RunMagics(JavaKernel kernel) {
    this.kernel = kernel;
  }

  /** Says how long code takes, and shows its value. */
  @LineMagic
  public void time(List<String> code) throws Exception {
    timed(String.join(" ", code));
  }

  /** The same for a cell. */
  @CellMagic("time")
  public void timeCell(List<String> ignored, String body) throws Exception {
    // The line of the magic, so that errors name the right ones.
    timed("\n" + body);
  }

  /** Runs a command of the shell. */
  @LineMagic(aliases = "sh")
  public void bash(List<String> command) throws IOException, InterruptedException {
    bashCell(List.of(), String.join(" ", command));
  }

  /** Runs commands of the shell. */
  @CellMagic(value = "bash", aliases = "sh")
  public void bashCell(List<String> ignored, String commands)
      throws IOException, InterruptedException {
    Process bash = new ProcessBuilder("bash", "-c", commands).start();
    try {
      bash.getOutputStream().close();
      Thread out = copy(bash.getInputStream(), System.out);
      Thread err = copy(bash.getErrorStream(), System.err);
      int status = bash.waitFor();
      out.join();
      err.join();
      if (status != 0) {
        throw new IOException("the commands ended with status " + status);
      }
    } finally {
      bash.descendants().forEach(ProcessHandle::destroy);
      bash.destroy();
    }
  }

  private void timed(String code) throws Exception {
    long start = System.nanoTime();
    Object value;
    try {
      value = kernel.evalRaw(code);
    } finally {
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      System.out.printf(Locale.ROOT, "Wall time: %.3f s%n", taken.toNanos() / 1e9);
    }
    if (value != null) {
      kernel.display(kernel.render(value));
    }
  }

  private static Thread copy(InputStream from, PrintStream to) {
    Thread thread =
        new Thread(
            () -> {
              try (from) {
                from.transferTo(to);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            "bash output");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
