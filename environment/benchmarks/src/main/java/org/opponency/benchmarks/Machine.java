package org.opponency.benchmarks;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.opponency.engine.Compute;

/** What a measurement says of the machine it was made on. */
final class Machine {
  private Machine() {}

  /**
   * Two lines on when, where and by what something was measured.
   *
   * @param loadBefore what {@link #load} gave before it
   * @param versions of what is measured beside ours
   */
  static String about(int threads, String loadBefore, String versions) throws IOException {
    return format(
        """
        %s, %s, threads: %d. Load of the machine (1 minute): %s before, %s after.
        Java %s, DJL %s, libtorch %s; %s.
        """,
        LocalDate.now(ZoneId.systemDefault()),
        processor(),
        threads,
        loadBefore,
        load(),
        System.getProperty("java.version"),
        Compute.djlVersion(),
        Compute.libtorchVersion(),
        versions);
  }

  /** Its load over the last minute. */
  static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg"), StandardCharsets.UTF_8).split(" ")[0];
  }

  /** Memory of this process as it is now. */
  static double residentMebibytes() {
    return mebibytes("VmRSS");
  }

  /** The most memory that this process has had. */
  static double peakMebibytes() {
    return mebibytes("VmHWM");
  }

  private static double mebibytes(String name) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"), StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String processor() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"), StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 2))
          .findFirst()
          .orElse("unknown processor");
    }
  }
}
