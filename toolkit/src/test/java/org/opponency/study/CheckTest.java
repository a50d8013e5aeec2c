package org.opponency.study;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.opponency.engine.Devices;
import org.opponency.io.StoppedException;

class CheckTest {
  private static final Devices CPU = Devices.named("cpu");

  @Test
  void theDevicesOfTrainingAndTheirReasonAreShown() {
    Check check = Check.devices(() -> CPU);
    assertThat(check.found()).isEqualTo("cpu: as named");
    assertThat(check.passed()).isTrue();
  }

  @Test
  void whoseHomeItIsNobodyIsTold() {
    Path home = Path.of("/people/ada");
    assertThat(Check.fromHome(Path.of("/people/ada/.djl.ai"), home)).isEqualTo("~/.djl.ai");
    assertThat(Check.fromHome(Path.of("/people/adam"), home)).isEqualTo("/people/adam");
  }

  @Test
  void gpusThatStayIdleFailTheCheck() {
    Check check = Check.devices(() -> new Devices(CPU.all(), "although there are GPUs", true));
    assertThat(check.found()).isEqualTo("cpu: although there are GPUs");
    assertThat(check.passed()).isFalse();
  }

  @Test
  void whoIsToldToStopDoesNotGoOn() {
    assertThrows(
        StoppedException.class,
        () ->
            Check.ofStudy(
                () -> {
                  throw new StoppedException("while a file is read");
                }));
  }

  @Test
  void aDeviceThatIsNotThereFailsTheCheckWithItsReason() {
    Check check = Check.devices(() -> Devices.named("gpu99"));
    assertThat(check.found()).startsWith("Expected devices from cpu");
    assertThat(check.passed()).isFalse();
  }
}
