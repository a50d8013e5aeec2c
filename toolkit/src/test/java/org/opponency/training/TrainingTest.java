package org.opponency.training;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.engine.HostTensor;
import org.opponency.images.Normalisation;
import org.opponency.models.Architecture;
import org.opponency.models.Network;
import org.opponency.models.weights.Safetensors;

class TrainingTest {
  @TempDir Path folder;

  @Test
  void learnsToTellColoursApart() throws IOException {
    TrainedNetwork trained =
        Runs.small(
                folder.resolve("easy"),
                Runs.recipe(new Schedule(0.02, 0.1, List.of(6)), 8),
                new Squares(48, Runs.SIDE))
            .run(Runs.SILENTLY);
    assertThat(trained.last().validationAccuracy()).isGreaterThan(0.8);
    assertThat(trained.last().loss()).isLessThan(trained.log().get(0).loss() / 2);
    assertThat(trained.dead()).isFalse();
  }

  @Test
  void tellsEveryStepAndLogsEveryEpoch() throws IOException {
    List<Step> told = new ArrayList<>();
    TrainedNetwork trained = Runs.small(folder.resolve("run")).run(told::add);
    assertThat(told.stream().map(Step::step).toList())
        .containsExactlyElementsIn(IntStream.rangeClosed(1, 15).boxed().toList())
        .inOrder();
    Step last = told.get(14);
    assertThat(List.of(last.steps(), last.epoch(), last.epochs())).containsExactly(15, 3, 3);
    assertThat(trained.log().stream().map(EpochLog::steps).toList())
        .containsExactly(5, 10, 15)
        .inOrder();
    assertThat(trained.last().learningRate()).isWithin(1e-15).of(0.005);
    assertThat(last.loss()).isWithin(0).of(trained.last().loss());
    assertThat(last.accuracy()).isWithin(0).of(trained.last().accuracy());
  }

  @Test
  void finishedRunIsReadBackWithoutAStep() throws IOException {
    TrainedNetwork trained = Runs.small(folder.resolve("run")).run(Runs.SILENTLY);
    assertThat(Runs.small(folder.resolve("run")).isFinished()).isTrue();
    TrainedNetwork again = Runs.small(folder.resolve("run")).run(Runs.NEVER);
    assertThat(again).isEqualTo(trained);
    assertThat(Runs.checkpoints(Runs.small(folder.resolve("run")))).isEmpty();
  }

  @Test
  void weightsOfAFinishedRunCanBeLoaded() throws IOException {
    TrainedNetwork trained = Runs.small(folder.resolve("run")).run(Runs.SILENTLY);
    try (Network network = Network.initialise(Runs.SMALL, 0)) {
      network.load(Safetensors.read(trained.weights()).tensors());
      assertThat(network.state().get("ventral.bn1.num_batches_tracked"))
          .isEqualTo(HostTensor.ofLong(15));
    }
  }

  @Test
  void folderOfAnotherRunIsRefused() throws IOException {
    Runs.small(folder.resolve("run")).run(Runs.SILENTLY);
    Training other =
        Runs.small(
            folder.resolve("run"),
            Runs.recipe(Schedule.constant(0.01), 3),
            new Squares(22, Runs.SIDE));
    var error = assertThrows(IllegalStateException.class, () -> other.run(Runs.SILENTLY));
    assertThat(error).hasMessageThat().contains(other.weights() + " was written by another run");
    assertThat(error).hasMessageThat().contains("Move it away");
  }

  @Test
  void setWithoutABatchIsRefused() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> Runs.small(folder.resolve("run"), Runs.RECIPE, new Squares(3, Runs.SIDE)));
    assertThat(error)
        .hasMessageThat()
        .isEqualTo("Expected at least 4 training images for one batch, squares has 3");
  }

  @Test
  void classesThatDifferAreRefused() {
    Architecture ten =
        new Architecture(
            Runs.SMALL.retina(), Runs.SMALL.ventral(), 10, Runs.SIDE, Normalisation.NONE);
    Squares images = new Squares(6, Runs.SIDE);
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Training(ten, Runs.RECIPE, images, images, 5, folder));
    assertThat(error).hasMessageThat().startsWith("Expected 10 classes");
    assertThat(error).hasMessageThat().contains("[red, green, blue]");
  }

  @Test
  void folderThatCannotBeWrittenIsNamedBeforeTheFirstStep() throws IOException {
    Files.writeString(folder.resolve("file"), "in the way", StandardCharsets.UTF_8);
    Training training = Runs.small(folder.resolve("file/run"));
    var error = assertThrows(IOException.class, () -> training.run(Runs.NEVER));
    assertThat(error).hasMessageThat().startsWith("Cannot write to " + training.folder());
    assertThat(error).hasMessageThat().contains("Give a folder that can be written");
  }
}
