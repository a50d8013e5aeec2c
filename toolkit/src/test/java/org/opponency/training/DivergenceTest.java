package org.opponency.training;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.images.batch.Batch;

class DivergenceTest {
  @TempDir Path folder;

  @Test
  void divergenceNamesStepRateAndBatchAndSparesTheCheckpoint() throws IOException {
    Training wild =
        Runs.small(
            folder.resolve("wild"),
            Runs.recipe(Schedule.constant(1e20), 3),
            new Squares(22, Runs.SIDE));
    var error = assertThrows(DivergedException.class, () -> wild.run(Runs.SILENTLY));
    assertThat(error)
        .hasMessageThat()
        .containsMatch("step [2-9] \\(epoch 1\\) at learning rate 1.0E20");
    assertThat(error).hasMessageThat().containsMatch("on the 4 images square \\d+, square \\d+, ");
    assertThat(error).hasMessageThat().containsMatch("SHA-256 of names and pixels [0-9a-f]{64}");
    assertThat(wild.isFinished()).isFalse();
    assertThat(Files.readString(wild.folder().resolve("training.log")))
        .contains(error.getMessage());
  }

  @Test
  void onlySomeImagesOfALargeBatchAreNamed() {
    Squares images = new Squares(20, Runs.SIDE);
    int[] indices = IntStream.range(0, 20).toArray();
    Batch batch = new Batch(0, 1, 1, new byte[60], new int[20], indices);
    String name = DivergedException.name(batch, images);
    assertThat(name).startsWith("the 20 images square 0, square 1, ");
    assertThat(name).contains("square 7 and 12 more (SHA-256");
    Batch other = new Batch(0, 1, 1, new byte[61], new int[20], indices);
    assertThat(DivergedException.name(other, images)).isNotEqualTo(name);
  }

  /** Weights may overflow in a step whose loss was still finite: that is no good checkpoint. */
  @Test
  void aCheckpointOfSpoiltWeightsIsNeverWritten() throws IOException {
    Training wild =
        Runs.small(
            folder.resolve("wild"),
            Runs.recipe(new Schedule(0.05, 1e39, List.of(1)), 4, 3, 1),
            new Squares(22, Runs.SIDE));
    var error = assertThrows(DivergedException.class, () -> wild.run(Runs.SILENTLY));
    assertThat(error).hasMessageThat().startsWith("A weight is no finite number at step 6");
    List<Path> kept = Runs.checkpoints(wild);
    assertThat(kept).hasSize(3);
    assertThat(kept.get(2).toString()).endsWith("checkpoint-00000005.safetensors");
    assertThat(Snapshot.read(kept.get(2), wild.identity()).isFinite()).isTrue();
  }

  @Test
  void divergenceAtTheVeryLastStepIsNoResult() throws IOException {
    Training wild =
        Runs.small(
            folder.resolve("wild"),
            Runs.recipe(Schedule.constant(1e30), 1),
            new Squares(4, Runs.SIDE));
    assertThat(wild.steps()).isEqualTo(1);
    assertThrows(DivergedException.class, () -> wild.run(Runs.SILENTLY));
    assertThat(wild.isFinished()).isFalse();
    assertThat(Runs.checkpoints(wild)).isEmpty();
  }
}
