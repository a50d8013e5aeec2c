package org.opponency.training;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.models.Devices;
import org.opponency.models.Safetensors;

class ExecutionTest {
  private static final Execution ONE_CPU = on(1);

  @TempDir Path folder;

  private static Execution on(int processors) {
    List<Device> devices = Collections.nCopies(processors, Device.cpu());
    return Execution.on(new Devices(devices, "for a test", false));
  }

  private Training training(String name, Execution execution) {
    Recipe recipe = Runs.recipe(Schedule.constant(0.02), 24, 3, 2);
    Training plain = Runs.small(folder.resolve(name), recipe, new Squares(96, Runs.SIDE));
    return new Training(
        plain.architecture(),
        recipe,
        plain.train(),
        plain.validation(),
        plain.seed(),
        plain.folder(),
        execution);
  }

  @Test
  void executionIsNoPartOfARunsIdentity() {
    assertThat(training("a", on(3).atATime(2)).identity())
        .isEqualTo(training("b", ONE_CPU).identity());
  }

  /** Both let batch norm see half of the batch at a time. */
  @Test
  void twoDevicesLearnAsOneDoesThatTakesHalfABatchAtATime() throws IOException {
    List<EpochLog> alone = training("alone", ONE_CPU.atATime(12)).run(Runs.SILENTLY).log();
    List<EpochLog> together = training("together", on(2)).run(Runs.SILENTLY).log();
    for (int epoch = 0; epoch < 3; epoch++) {
      assertThat(together.get(epoch).loss()).isWithin(1e-3).of(alone.get(epoch).loss());
    }
    assertThat(together.get(2).loss()).isLessThan(together.get(0).loss() / 2);
  }

  @Test
  void aRunOnSeveralDevicesGoesOnToTheSameBits() throws IOException {
    TrainedNetwork whole = training("whole", on(2)).run(Runs.SILENTLY);
    assertThrows(Runs.Interruption.class, () -> training("cut", on(2)).run(Runs.stopAt(7)));
    TrainedNetwork cut = training("cut", on(2)).run(Runs.SILENTLY);
    assertThat(cut.log()).isEqualTo(whole.log());
    assertThat(Safetensors.read(cut.weights())).isEqualTo(Safetensors.read(whole.weights()));
  }

  @Test
  void aRunGoesOnOnOtherDevices() throws IOException {
    assertThrows(Runs.Interruption.class, () -> training("run", on(3)).run(Runs.stopAt(7)));
    assertThat(training("run", ONE_CPU).run(Runs.SILENTLY).log()).hasSize(3);
  }

  @Test
  void anEmptyMicroBatchIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> ONE_CPU.atATime(0));
  }
}
