package org.opponency.engine;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.opponency.io.Program;

/** The power limit of a machine's GPUs, as NVIDIA's driver tells it. */
public final class PowerLimit {
  private PowerLimit() {}

  /** Watts of some GPUs together; empty if the driver does not tell. */
  public static OptionalDouble of(Devices gpus) {
    String ids =
        gpus.all().stream()
            .map(gpu -> Integer.toString(gpu.getDeviceId()))
            .distinct()
            .collect(Collectors.joining(","));
    return Program.output(
            List.of(
                "nvidia-smi", "--id=" + ids, "--query-gpu=power.limit", "--format=csv,noheader"))
        .map(PowerLimit::parse)
        .orElse(OptionalDouble.empty());
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
