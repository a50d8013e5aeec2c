package org.opponency.study.networks;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.images.Preprocessing;
import org.opponency.images.batch.Augmentation;
import org.opponency.io.Progress;
import org.opponency.io.StoppedException;
import org.opponency.models.Architecture;
import org.opponency.models.Checkpoint;
import org.opponency.models.Pixels;
import org.opponency.models.VisionModel;
import org.opponency.study.Photographs;
import org.opponency.study.store.Origin;
import org.opponency.training.Execution;
import org.opponency.training.Recipe;
import org.opponency.training.Schedule;
import org.opponency.training.UpdateRule;

class TrainingCrewTest {
  private static final Recipe ONE_STEP =
      new Recipe(
          new UpdateRule.Sgd(0.9, 0),
          Schedule.constant(1e-3),
          2,
          1,
          Augmentation.flip(),
          Preprocessing.of(10),
          100);

  @TempDir private Path root;
  private StudyData data;

  @BeforeEach
  void takePhotographs() throws IOException {
    data =
        StudyData.folder(
            Photographs.tree(root.resolve("fruit"), 1, 1), root.resolve("cache"), 10, step -> {});
  }

  @Test
  void theWidestIsTrainedFirstAndEveryStepIsTold() {
    List<Progress> told = new ArrayList<>();
    List<TrainingPlan> plans = List.of(plan(2, 0, "a"), plan(4, 0, "b"));
    List<ModelRun> runs = new TrainingCrew(1, Execution.automatic(), told::add).train(plans);
    assertThat(runs.stream().map(ModelRun::name)).containsExactly("a", "b").inOrder();
    assertThat(told.get(told.size() - 1).finished()).isTrue();
    assertThat(told.get(0).detail()).startsWith("b on cpu: ");
    assertThat(told.get(1).detail()).startsWith("b  epoch 1/1  loss ");
  }

  /** Else the time left would be that of a crew that took no time for them. */
  @Test
  void whatIsKeptIsNoWorkOfThisCall() {
    List<TrainingPlan> kept = List.of(plan(4, 0, "b"));
    long steps = kept.get(0).stepsLeft();
    new TrainingCrew(1, Execution.automatic(), step -> {}).train(kept);
    List<Progress> told = new ArrayList<>();
    new TrainingCrew(1, Execution.automatic(), told::add)
        .train(List.of(kept.get(0), plan(2, 0, "a")));
    assertThat(told.stream().map(Progress::total).distinct()).containsExactly(steps);
    assertThat(told.get(0).done()).isEqualTo(0);
    assertThat(told.get(told.size() - 1).finished()).isTrue();
  }

  @Test
  void whatAnEarlierCallDidIsNoWorkOfThisCall() {
    var plan =
        new TrainingPlan("a", architecture(2), 0, data, ONE_STEP.withEpochs(5), root.resolve("a"));
    var stopped =
        new TrainingCrew(
            1,
            Execution.automatic(),
            step -> {
              if (step.done() == 2) {
                throw new StoppedException("enough");
              }
            });
    assertThrows(StoppedException.class, () -> stopped.train(List.of(plan)));
    // Noted before there are weights: a kill between the two leaves none without an origin.
    assertThat(Origin.beside(root.resolve("a/seed-0/model.safetensors"))).isEqualTo(Origin.here());
    List<Progress> told = new ArrayList<>();
    new TrainingCrew(1, Execution.automatic(), told::add).train(List.of(plan));
    Progress last = told.get(told.size() - 1);
    assertThat(last.total()).isEqualTo(3);
    assertThat(last.finished()).isTrue();
  }

  /** Trained or read back. */
  @Test
  void picturesThatCannotBeReadAreCountedAndNamed() throws IOException {
    Path fruit = Photographs.tree(root.resolve("more"), 2, 1);
    StudyData some = StudyData.folder(fruit, root.resolve("cache"), 10, step -> {});
    Files.writeString(fruit.resolve("train/fig/0.png"), "no picture");
    Files.writeString(fruit.resolve("val/fig/0.png"), "no picture");
    var plan =
        new TrainingPlan(
            "a", architecture(2), 0, some, ONE_STEP.withBatchSize(4), root.resolve("a"));
    List<String> notes = new ArrayList<>();
    for (int time = 0; time < 2; time++) {
      new TrainingCrew(1, Execution.automatic(), told -> notes.add(told.note()))
          .train(List.of(plan));
    }
    notes.removeIf(String::isEmpty);
    assertThat(notes).hasSize(2);
    for (String note : notes) {
      assertThat(note)
          .contains("a: 2 images that cannot be read were left out: Cannot read image fig/0.png");
      assertThat(note).contains("In validation: Cannot read image fig/0.png");
    }
    assertThat(Files.readString(root.resolve("a/seed-0/training.log")))
        .contains("left out: Cannot read image fig/0.png");
  }

  @Test
  void folderThatCannotBeWrittenEndsTheTraining() throws IOException {
    Path file = Files.createFile(root.resolve("results"));
    var plan =
        new TrainingPlan("blocked", architecture(1), 0, data, ONE_STEP, file.resolve("models"));
    var failure =
        assertThrows(
            UncheckedIOException.class,
            () -> new TrainingCrew(2, Execution.automatic(), p -> {}).train(List.of(plan)));
    assertThat(failure).hasMessageThat().contains("Cannot write or read a trained network");
    assertThat(failure).hasMessageThat().contains(file.toString());
  }

  @Test
  void listenerThatFailsEndsTheTraining() {
    var crew =
        new TrainingCrew(
            1,
            Execution.automatic(),
            progress -> {
              throw new UnsupportedOperationException("no more");
            });
    List<TrainingPlan> plans = List.of(plan(1, 0, "told"));
    var failure = assertThrows(UnsupportedOperationException.class, () -> crew.train(plans));
    assertThat(failure).hasMessageThat().isEqualTo("no more");
  }

  /** One cell is silent on two nearly uniform pictures about every other time. */
  @Test
  void deadBottleneckIsRedrawnAndCounted() throws IOException {
    List<TrainingPlan> plans =
        IntStream.range(0, 12).mapToObj(run -> plan(1, run, "run-" + run)).toList();
    List<Progress> told = new ArrayList<>();
    List<ModelRun> runs = new TrainingCrew(1, Execution.automatic(), told::add).train(plans);
    // That the last network will be dead nobody knows when its steps end.
    assertThat(told.stream().filter(Progress::finished).count())
        .isAtMost(1 + runs.get(11).redraws());
    assertThat(told.get(told.size() - 1).finished()).isTrue();
    ModelRun redrawn = runs.stream().filter(run -> run.redraws() > 0).findFirst().orElseThrow();
    Path folder = root.resolve(redrawn.name());
    assertThat((Object) redrawn.weights())
        .isEqualTo(folder.resolve(format("seed-%d/model.safetensors", redrawn.redraws())));
    assertThat(Files.exists(folder.resolve("seed-0/model.safetensors"))).isTrue();
    for (ModelRun run : runs) {
      assertThat(run.dead()).isEqualTo(silent(run));
    }
    assertThat(new TrainingCrew(1, Execution.automatic(), p -> {}).train(plans)).isEqualTo(runs);
  }

  /** Of several epochs it takes the first: more steps come than the plan has. */
  @Test
  void redrawnNetworkIsExpectedInFull() {
    int redraws = 0;
    for (int run = 0; run < 12; run++) {
      Path folder = root.resolve("run-" + run);
      var plan = new TrainingPlan("a", architecture(1), run, data, ONE_STEP.withEpochs(5), folder);
      List<Progress> told = new ArrayList<>();
      ModelRun trained =
          new TrainingCrew(1, Execution.automatic(), told::add).train(List.of(plan)).get(0);
      redraws += trained.redraws();
      assertThat(told.stream().filter(Progress::finished).count()).isEqualTo(1);
    }
    assertThat(redraws).isGreaterThan(0);
  }

  private boolean silent(ModelRun run) throws IOException {
    try (var vision = VisionModel.of(Checkpoint.read(run.weights()).network());
        var scope = vision.manager().newSubManager()) {
      for (int i = 0; i < data.validation().size(); i++) {
        var image = data.preprocessing().apply(data.validation().image(i));
        var pixels = Pixels.of(scope, image);
        String layer = "retina.retina_relu2";
        if (vision.responses(pixels, List.of(layer)).get(layer).max().getFloat() > 0) {
          return false;
        }
      }
      return true;
    }
  }

  private TrainingPlan plan(int width, int run, String name) {
    return new TrainingPlan(name, architecture(width), run, data, ONE_STEP, root.resolve(name));
  }

  private static Architecture architecture(int width) {
    return Architecture.thin(width, 2, 10);
  }
}
