package org.opponency.engine;

import static org.opponency.io.Text.format;

import ai.djl.Device;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The devices that a training run uses.
 *
 * @param all of them; the first holds the weights that are trained
 * @param why they were chosen, in words for the user
 * @param gpusIdle whether the machine has GPUs that were not found
 */
public record Devices(List<Device> all, String why, boolean gpusIdle) {
  /** Refuses an empty choice. */
  public Devices {
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("Expected at least one device");
    }
  }

  /** All GPUs that the engine sees, else the CPU. */
  public static Devices automatic() {
    return automatic(Hardware.ofMachine());
  }

  static Devices automatic(Hardware hardware) {
    if (hardware.engineGpus() == 0) {
      return new Devices(List.of(Device.cpu()), whyCpu(hardware), hardware.driverGpus() > 0);
    }
    List<Device> gpus = IntStream.range(0, hardware.engineGpus()).mapToObj(Device::gpu).toList();
    return new Devices(gpus, "all GPUs that the engine sees", false);
  }

  private static String whyCpu(Hardware hardware) {
    if (hardware.driverGpus() == 0) {
      return "no NVIDIA driver on this machine";
    }
    String cause =
        hardware.cudaLibraries()
            ? "the native libraries are made for CUDA but see none: is the driver too old for them, or CUDA_VISIBLE_DEVICES empty?"
            : "the class path holds native libraries for CPUs only; build with -P cuda (environment/README.md)";
    return format("although the NVIDIA driver has %d GPU(s): %s", hardware.driverGpus(), cause);
  }

  /**
   * Devices by their names.
   *
   * @param names such as {@code gpu0,gpu1} or {@code cpu}; one named twice works twice at once
   * @throws IllegalArgumentException if one is not there; it lists those that are
   */
  public static Devices named(String names) {
    return named(names, Hardware.ofMachine());
  }

  static Devices named(String names, Hardware hardware) {
    List<Device> chosen =
        Arrays.stream(names.split(",")).map(name -> named(name.strip(), hardware, names)).toList();
    return new Devices(chosen, "as named", false);
  }

  private static Device named(String name, Hardware hardware, String names) {
    return Stream.concat(
            Stream.of(Device.cpu()),
            IntStream.range(0, hardware.engineGpus()).mapToObj(Device::gpu))
        .filter(device -> name(device).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    format(
                        "Expected devices from %s, separated by commas, got \"%s\" (by itself it would be %s)",
                        available(hardware), names, automatic(hardware))));
  }

  private static String available(Hardware hardware) {
    return hardware.engineGpus() == 0 ? "cpu" : "cpu, gpu0 to gpu" + (hardware.engineGpus() - 1);
  }

  private static String name(Device device) {
    return device.isGpu() ? "gpu" + device.getDeviceId() : "cpu";
  }

  /** Whether they are GPUs, which work while the program goes on. */
  public boolean areGpus() {
    return all.get(0).isGpu();
  }

  /** Such as {@code gpu0, gpu1: all GPUs that the engine sees}. */
  @Override
  public String toString() {
    return all.stream().map(Devices::name).collect(Collectors.joining(", ")) + ": " + why;
  }
}
