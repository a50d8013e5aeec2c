package org.opponency.engine;

import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.opponency.io.Program;

/**
 * What there is to compute on.
 *
 * @param cudaLibraries whether the engine's native libraries can use NVIDIA GPUs
 * @param engineGpus how many GPUs the engine sees
 * @param driverGpus how many GPUs the machine's NVIDIA driver has, whatever the engine sees
 */
record Hardware(boolean cudaLibraries, int engineGpus, int driverGpus) {
  private static final Path DRIVER = Path.of("/proc/driver/nvidia/gpus");

  private static Hardware machine;

  /** What there is here, looked up once. */
  static synchronized Hardware ofMachine() {
    if (machine == null) {
      machine = look();
    }
    return machine;
  }

  private static Hardware look() {
    Engine engine = Libtorch.engine();
    boolean cuda = engine.hasCapability(StandardCapabilities.CUDA);
    int seen = cuda ? engine.getGpuCount() : 0;
    return new Hardware(cuda, seen, driverGpus(DRIVER, "nvidia-smi", "-L"));
  }

  /**
   * Counts the driver's GPUs.
   *
   * @param folder where Linux has one entry a GPU
   * @param command what prints a line a GPU where there is no such folder
   */
  static int driverGpus(Path folder, String... command) {
    try (Stream<Path> gpus = Files.list(folder)) {
      return (int) gpus.count();
    } catch (IOException noFolder) {
      return lines(command);
    }
  }

  private static int lines(String... command) {
    Stream<String> lines = Program.output(List.of(command)).stream().flatMap(String::lines);
    return (int) lines.filter(line -> line.startsWith("GPU ")).count();
  }
}
