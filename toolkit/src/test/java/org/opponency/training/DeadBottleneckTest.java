package org.opponency.training;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.engine.HostTensor;
import org.opponency.models.Network;

class DeadBottleneckTest {
  @TempDir Path folder;

  @Test
  void deadBottleneckIsDetectedAndStopsTraining() throws IOException {
    Training training = Runs.small(folder.resolve("dead"));
    silence(training, false);
    TrainedNetwork trained = training.run(Runs.SILENTLY);
    assertThat(trained.dead()).isTrue();
    assertThat(trained.log()).hasSize(1);
    assertThat(training.run(Runs.NEVER)).isEqualTo(trained);
  }

  @Test
  void deathSurvivesAnInterruption() throws IOException {
    Training training = Runs.small(folder.resolve("dead"));
    silence(training, true);
    TrainedNetwork trained = training.run(Runs.NEVER);
    assertThat(trained.dead()).isTrue();
  }

  @Test
  void aNetworkWithoutARetinaCannotDie() throws IOException {
    Training bare =
        new Training(
            Runs.SMALL.withoutRetina(),
            Runs.RECIPE,
            new Squares(22, Runs.SIDE),
            new Squares(6, Runs.SIDE),
            5,
            folder);
    assertThat(bare.run(Runs.SILENTLY).dead()).isFalse();
  }

  /** Plants a checkpoint in which no input can lift a cell of Retina-2 above zero. */
  private static void silence(Training training, boolean known) throws IOException {
    try (Network network = Network.initialise(Runs.SMALL, 5)) {
      Map<String, HostTensor> state = network.state();
      state.put("retina.retina_conv2.weight", HostTensor.ofFloats(new float[576], 2, 32, 3, 3));
      state.put("retina.retina_conv2.bias", HostTensor.ofFloats(new float[] {-1, -1}, 2));
      EpochLog epoch = new EpochLog(1, 5, 0.05, 1, 0.3, 1, 0.3);
      new Snapshot(
              state,
              Map.of(),
              known ? 5 : 0,
              Tally.EMPTY,
              known ? List.of(epoch) : List.of(),
              known ? List.of(new EpochTime(20, 1.5)) : List.of(),
              0,
              List.of(),
              known)
          .write(
              training.checkpoints(note -> {}).file(0), training.identity(), training.metadata());
    }
  }
}
