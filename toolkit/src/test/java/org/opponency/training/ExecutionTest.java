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
import org.opponency.engine.Devices;
import org.opponency.models.weights.Safetensors;

class ExecutionTest {
  private static final Execution ONE_CPU = on(1);

  @TempDir Path folder;

  private static Execution on(int processors) {
    List<Device> devices = Collections.nCopies(processors, Device.cpu());
    return Execution.on(new Devices(devices, "for a test", false));
  }

  private Training training(String name, Execution execution) {
    Recipe recipe = Runs.recipe(Schedule.constant(0.02), 24, 3, 2);
    return Runs.small(folder.resolve(name), recipe, new Squares(96, Runs.SIDE)).on(execution);
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

  /** As on a GPU; also after an interruption, between two checkpoints and in another epoch. */
  @Test
  void lossesThatAreReadLateGiveTheSameRun() throws IOException {
    TrainedNetwork prompt = training("prompt", ONE_CPU).run(Runs.SILENTLY);
    Execution late = readingEvery(100);
    assertThrows(Runs.Interruption.class, () -> training("late", late).run(Runs.stopAt(7)));
    TrainedNetwork read = training("late", late).run(Runs.SILENTLY);
    assertThat(read.log()).isEqualTo(prompt.log());
    assertThat(Safetensors.read(read.weights())).isEqualTo(Safetensors.read(prompt.weights()));
  }

  /** The step that went wrong is named, not the one at which it was noticed. */
  @Test
  void aLossThatIsReadLateNamesItsStep() {
    Recipe wild = Runs.recipe(Schedule.constant(1e20), 4, 1, 100);
    String prompt = divergence("prompt", wild, ONE_CPU);
    assertThat(prompt).containsMatch("step [2-9] ");
    assertThat(divergence("late", wild, readingEvery(100))).isEqualTo(prompt);
  }

  private String divergence(String name, Recipe recipe, Execution execution) {
    Squares images = new Squares(80, Runs.SIDE);
    Training training = Runs.small(folder.resolve(name), recipe, images).on(execution);
    return assertThrows(DivergedException.class, () -> training.run(Runs.SILENTLY)).getMessage();
  }

  @Test
  void aRunGoesOnOnOtherDevices() throws IOException {
    assertThrows(Runs.Interruption.class, () -> training("run", on(3)).run(Runs.stopAt(7)));
    assertThat(training("run", ONE_CPU).run(Runs.SILENTLY).log()).hasSize(3);
  }

  @Test
  void anEmptyMicroBatchIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> ONE_CPU.atATime(0));
    assertThrows(IllegalArgumentException.class, () -> readingEvery(0));
  }

  private static Execution readingEvery(int steps) {
    return new Execution(
        ONE_CPU.devices(), ONE_CPU.microBatch(), ONE_CPU.numerics(), steps, ONE_CPU.notices());
  }
}
