package org.opponency.training;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DivergenceTest {
  @TempDir Path folder;

  @Test
  void divergenceNamesStepAndRateAndSparesTheCheckpoint() {
    Training wild =
        Runs.small(
            folder.resolve("wild"),
            Runs.recipe(Schedule.constant(1e20), 3),
            new Squares(22, Runs.SIDE));
    var error = assertThrows(DivergedException.class, () -> wild.run(Runs.SILENTLY));
    assertThat(error).hasMessageThat().containsMatch("step [2-9] is .* at learning rate 1.0E20");
    assertThat(wild.isFinished()).isFalse();
  }

  @Test
  void divergenceAtTheVeryLastStepIsNoResult() {
    Training wild =
        Runs.small(
            folder.resolve("wild"),
            Runs.recipe(Schedule.constant(1e30), 1),
            new Squares(4, Runs.SIDE));
    assertThat(wild.steps()).isEqualTo(1);
    assertThrows(DivergedException.class, () -> wild.run(Runs.SILENTLY));
    assertThat(wild.isFinished()).isFalse();
    assertThat(Files.exists(wild.checkpoint())).isFalse();
  }
}
