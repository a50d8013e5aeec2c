package org.opponency.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The power limit of a machine's GPUs, as NVIDIA's driver tells it. */
public final class PowerLimit {
  private static final int PATIENCE_SECONDS = 10;

  private PowerLimit() {}

  /** Watts of some GPUs together; empty if the driver does not tell. */
  public static OptionalDouble of(Devices gpus) {
    String ids =
        gpus.all().stream()
            .map(gpu -> Integer.toString(gpu.getDeviceId()))
            .distinct()
            .collect(Collectors.joining(","));
    try {
      Process process =
          new ProcessBuilder(
                  "nvidia-smi", "--id=" + ids, "--query-gpu=power.limit", "--format=csv,noheader")
              .redirectErrorStream(true)
              .start();
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

  /** The sum of lines such as {@code 300.00 W}; {@code [N/A]} in one of them makes it unknown. */
  static OptionalDouble parse(String output) {
    List<String> lines = output.strip().lines().map(String::strip).toList();
    if (lines.isEmpty() || !lines.stream().allMatch(line -> line.matches("[0-9]+(\\.[0-9]+)? W"))) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        lines.stream().mapToDouble(line -> Double.parseDouble(line.split(" ")[0])).sum());
  }
}
