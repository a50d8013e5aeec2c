package org.opponency.study;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.evaluation.Accuracy;
import org.opponency.io.Progress;
import org.opponency.io.StoppedException;
import org.opponency.models.Architecture;
import org.opponency.study.analysis.ValidationAnalysis;
import org.opponency.study.networks.ModelEpoch;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.Scale;
import org.opponency.study.results.AccuracyResults;
import org.opponency.study.store.Origin;
import org.opponency.training.Recipe;

class StudyTest {
  @TempDir private static Path home;
  private static Study study;
  private static List<ModelRun> models;
  private static final List<ModelEpoch> WATCHED = Collections.synchronizedList(new ArrayList<>());

  @BeforeAll
  static void train() {
    study = Study.of(Scale.SMOKE, home, Optional.empty(), 32).watching(WATCHED::add);
    models = study.models(1);
  }

  @Test
  void trainedNetworkSaysWhatItIs() {
    assertThat(models).hasSize(1);
    ModelRun model = models.get(0);
    assertThat(model.name()).isEqualTo("width 1, run 0");
    assertThat(model.width()).isEqualTo(1);
    assertThat(model.log()).isNotEmpty();
    assertThat(Files.exists(model.weights())).isTrue();
    assertThat(model.weights().startsWith(home.resolve("results/smoke/models"))).isTrue();
  }

  @Test
  void secondCallReadsBackWithoutAStep() {
    List<Progress> steps = Collections.synchronizedList(new ArrayList<>());
    assertThat(study.reporting(steps::add).models(1)).isEqualTo(models);
    assertThat(steps).isEmpty();
  }

  @Test
  void widthAskedForTwiceIsGivenOnce() {
    assertThat(study.models(1, 1)).isEqualTo(models);
  }

  @Test
  void everyCueHasItsOwnNetwork() {
    List<ModelRun> alone = study.singleCueModels();
    assertThat(alone.stream().map(ModelRun::name))
        .containsExactly("silhouette only", "surface only", "colour only")
        .inOrder();
    assertThat(alone.stream().map(ModelRun::weights).distinct().count()).isEqualTo(3);
    assertThat(alone.stream().allMatch(model -> model.width() == 0)).isTrue();
    assertThat(WATCHED.stream().map(ModelEpoch::width).distinct()).containsExactly(1);
  }

  @Test
  void everyEpochOfItsModelsIsWatched() {
    assertThat(WATCHED.stream().map(ModelEpoch::epoch))
        .containsAtLeastElementsIn(models.get(0).log());
    assertThat(WATCHED.get(0).name()).isEqualTo("width 1, run 0");
  }

  @Test
  void accuracyHasOneRowANetwork() {
    AccuracyResults results = new ValidationAnalysis(study).of(models);
    assertThat(results.networks()).hasSize(1);
    assertThat(results.networks().get(0).network()).isEqualTo(models.get(0).id());
    Accuracy accuracy = results.networks().get(0).value();
    assertThat(accuracy.images()).isEqualTo(study.data().validation().size());
    assertThat(accuracy.skipped()).isEqualTo(0);
    // The network read back from its file is the one that was validated after the last epoch.
    double validated = models.get(0).last().validationAccuracy();
    assertThat(accuracy.top1()).isWithin(1e-12).of(validated);
    assertThat(accuracy.top5()).isAtLeast(accuracy.top1());
  }

  @Test
  void eachClosesWhatItOpened() {
    List<NDManager> seen = new ArrayList<>();
    List<String> names =
        study.each(
            models,
            (model, vision) -> {
              assertThat(vision.manager().isOpen()).isTrue();
              seen.add(vision.manager());
              return model.name();
            });
    assertThat(names).containsExactly(models.get(0).name());
    assertThat(seen.get(0).isOpen()).isFalse();
  }

  @Test
  void smokeScaleKeepsItsFiguresApart() {
    assertThat((Object) study.figures()).isEqualTo(home.resolve("results/smoke/figures"));
    Study laptop = Study.of(Scale.LAPTOP, home, Optional.empty(), 32);
    assertThat((Object) laptop.figures()).isEqualTo(home.resolve("figures"));
  }

  @Test
  void widthZeroHasNoRetinaAndNegativeOnesAreRefused() {
    assertThat(study.architecture(0).retina().isPresent()).isFalse();
    assertThat(study.architecture(8).width()).isEqualTo(8);
    var refusal = assertThrows(IllegalArgumentException.class, () -> study.architecture(-3));
    assertThat(refusal).hasMessageThat().contains("-3");
  }

  @Test
  void photographsGoTheSameWay(@TempDir Path root) throws IOException {
    Path data = Photographs.tree(root.resolve("fruit"), 32, 2);
    Study photographs = Study.of(Scale.SMOKE, root, Optional.of(data), 10);
    List<ModelRun> runs = photographs.models(2);
    assertThat(runs.get(0).architecture().classes()).isEqualTo(2);
    assertThat(new ValidationAnalysis(photographs).of(runs).networks().get(0).value().images())
        .isEqualTo(4);
    assertThat(photographs.data().gallery().size()).isEqualTo(4);
    var refusal = assertThrows(IllegalStateException.class, photographs::singleCueModels);
    assertThat(refusal).hasMessageThat().contains("fruit 10 px");
  }

  @Test
  void paperScaleFitsItsPhotographs(@TempDir Path root) throws IOException {
    Path data = Photographs.tree(root.resolve("fruit"), 1, 1);
    Study paper = Study.of(Scale.PAPER, root, Optional.of(data), 96);
    assertThat(paper.architecture(4)).isEqualTo(Architecture.resNet50(4, 2, 96));
    assertThat(paper.recipe()).isEqualTo(Recipe.imageNet(96));
    assertThat(paper.recipe().preprocessing()).isEqualTo(paper.data().preprocessing());
  }

  @Test
  void provenanceNamesWhatTrainedAndMeasured() {
    for (int time = 0; time < 2; time++) { // measured, then read back
      AccuracyResults accuracy = new ValidationAnalysis(study).of(models);
      assertThat(accuracy.provenance().computedBy()).containsExactly(Origin.here());
    }
    assertThat(afterTraining()).containsExactly(Origin.here());
    assertThat(study.reporting(step -> {}).provenance().computedBy()).isEmpty();
  }

  @Test
  void trainingsOfBeforeAreOfUnknownOrigin() throws IOException {
    Path note = models.get(0).weights().resolveSibling("origin.json");
    byte[] kept = Files.readAllBytes(note);
    Files.delete(note);
    assertThat(afterTraining()).containsExactly(Origin.UNKNOWN);
    Files.writeString(note, "no JSON");
    var damaged = assertThrows(IllegalStateException.class, () -> study.open(models.get(0)));
    assertThat(damaged).hasMessageThat().contains("Cannot read " + note);
    Files.write(note, kept);
  }

  private static Set<Origin> afterTraining() {
    Study again = study.reporting(step -> {});
    again.models(1);
    return again.provenance().computedBy();
  }

  @Test
  void noticesOfAFileOfWeightsAreTold(@TempDir Path folder) {
    List<Progress> told = new ArrayList<>();
    ModelRun foreign = ModelRuns.of(folder, 2, 0, false);
    study.reporting(told::add).open(foreign).close();
    assertThat(told).hasSize(1);
    assertThat(told.get(0).note())
        .startsWith("width 2, run 0: The file does not say what its network expects");
  }

  /** Which a failure elsewhere is to a worker, and a cell that is stopped to its own. */
  @Test
  void anInterruptEndsAMeasurement(@TempDir Path folder) {
    List<Integer> passes = new ArrayList<>();
    Throwable failure =
        assertThrows(
            StoppedException.class,
            () ->
                study.each(
                    List.of(ModelRuns.of(folder, 2, 0, false)),
                    (model, vision) -> {
                      vision.probabilities(new byte[3 * 32 * 32], 32, 32);
                      passes.add(1);
                      Thread.currentThread().interrupt();
                      vision.probabilities(new byte[3 * 32 * 32], 32, 32);
                      return passes.add(2);
                    }));
    assertThat(failure).hasMessageThat().contains("the next run goes on from here");
    assertThat(passes).containsExactly(1);
  }

  @Test
  void missingWeightsAreNamed() {
    ModelRun model = models.get(0);
    Path gone = home.resolve("gone.safetensors");
    var lost = new ModelRun(model.name(), model.architecture(), 0, 0, false, gone, model.log());
    var failure = assertThrows(UncheckedIOException.class, () -> study.open(lost));
    assertThat(failure).hasMessageThat().contains(gone.toString());
  }
}
