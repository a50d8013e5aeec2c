package org.opponency.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/** The power limit of a machine's GPUs, as NVIDIA's driver tells it. */
final class PowerLimit {
  private static final String[] COMMAND = {
    "nvidia-smi", "--query-gpu=power.limit", "--format=csv,noheader"
  };
  private static final int PATIENCE_SECONDS = 10;

  private PowerLimit() {}

  /** Watts of the first GPU, which networks run on; empty if the driver does not tell. */
  static OptionalDouble read() {
    try {
      Process process = new ProcessBuilder(COMMAND).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return ended && process.exitValue() == 0 ? parse(output) : OptionalDouble.empty();
    } catch (IOException e) {
      return OptionalDouble.empty(); // no such program: the machine has no such driver
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalDouble.empty();
    }
  }

  /** The first line's number, such as {@code 300.00 W}; {@code [N/A]} and its like are none. */
  static OptionalDouble parse(String output) {
    return output
        .lines()
        .limit(1)
        .map(String::strip)
        .filter(line -> line.matches("[0-9]+(\\.[0-9]+)? W"))
        .mapToDouble(line -> Double.parseDouble(line.substring(0, line.length() - 2)))
        .findFirst();
  }
}
