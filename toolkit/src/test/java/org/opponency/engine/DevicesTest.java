package org.opponency.engine;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevicesTest {
  private static final Hardware FOUR_GPUS = new Hardware(true, 4, 4);
  private static final Hardware NO_GPU = new Hardware(false, 0, 0);

  @TempDir Path folder;

  @Test
  void allGpusAreTakenWhereThereAreAny() {
    Devices devices = Devices.automatic(FOUR_GPUS);
    assertThat(devices.all())
        .containsExactly(Device.gpu(0), Device.gpu(1), Device.gpu(2), Device.gpu(3))
        .inOrder();
    assertThat(devices.gpusIdle()).isFalse();
    assertThat(devices.areGpus()).isTrue();
    assertThat(devices.toString())
        .isEqualTo("gpu0, gpu1, gpu2, gpu3: all GPUs that the engine sees");
  }

  @Test
  void theCpuIsTakenWhereThereIsNoGpu() {
    Devices devices = Devices.automatic(NO_GPU);
    assertThat(devices.all()).containsExactly(Device.cpu());
    assertThat(devices.gpusIdle()).isFalse();
    assertThat(devices.toString()).isEqualTo("cpu: no NVIDIA driver on this machine");
  }

  @Test
  void cpuLibrariesDoNotWinSilentlyOnAGpuMachine() {
    Devices devices = Devices.automatic(new Hardware(false, 0, 2));
    assertThat(devices.all()).containsExactly(Device.cpu());
    assertThat(devices.gpusIdle()).isTrue();
    assertThat(devices.why())
        .matches("although the NVIDIA driver has 2 .* for CPUs only; build with -P cuda .*");
  }

  @Test
  void cudaLibrariesThatFindNoGpuSaySo() {
    Devices devices = Devices.automatic(new Hardware(true, 0, 1));
    assertThat(devices.gpusIdle()).isTrue();
    assertThat(devices.why()).contains("made for CUDA but see none");
  }

  @Test
  void devicesCanBeNamed() {
    assertThat(Devices.named("gpu3, gpu0", FOUR_GPUS).all())
        .containsExactly(Device.gpu(3), Device.gpu(0))
        .inOrder();
    assertThat(Devices.named("cpu", FOUR_GPUS).all()).containsExactly(Device.cpu());
  }

  @Test
  void aDeviceThatIsNotThereIsRefused() {
    var error =
        assertThrows(IllegalArgumentException.class, () -> Devices.named("gpu0,gpu4", FOUR_GPUS));
    assertThat(error).hasMessageThat().contains("from cpu, gpu0 to gpu3, separated by commas");
    error = assertThrows(IllegalArgumentException.class, () -> Devices.named("gpu0", NO_GPU));
    assertThat(error)
        .hasMessageThat()
        .isEqualTo(
            "Expected devices from cpu, separated by commas, got \"gpu0\" (by itself it would be"
                + " cpu: no NVIDIA driver on this machine)");
    assertThrows(IllegalArgumentException.class, () -> Devices.named("", FOUR_GPUS));
    assertThrows(IllegalArgumentException.class, () -> new Devices(List.of(), "", false));
  }

  @Test
  void theDriversGpusAreCountedInItsFolder() throws IOException {
    Files.createDirectory(folder.resolve("0000:01:00.0"));
    Files.createDirectory(folder.resolve("0000:02:00.0"));
    assertThat(Hardware.driverGpus(folder, "false")).isEqualTo(2);
  }

  @Test
  void orByItsCommand() {
    Path none = folder.resolve("none");
    String list = "echo 'GPU 0: H100 (UUID: GPU-1)'; echo 'GPU 1: H100 (UUID: GPU-2)'";
    assertThat(Hardware.driverGpus(none, "sh", "-c", list)).isEqualTo(2);
    assertThat(Hardware.driverGpus(none, "sh", "-c", "echo 'No devices were found'")).isEqualTo(0);
    assertThat(Hardware.driverGpus(none, "opponency-no-such-command")).isEqualTo(0);
  }
}
