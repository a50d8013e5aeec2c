package org.opponency.study.sweep;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.study.ModelRuns;
import org.opponency.study.Study;

class StudyUnitsTest {
  @TempDir Path home;

  @Test
  void smokeScaleHasEighteen() {
    List<Unit> units = StudyUnits.of(ModelRuns.study(home));
    assertThat(units.stream().map(Unit::name))
        .containsExactly(
            "train auxiliary networks",
            "train width 1, run 0",
            "train width 2, run 0",
            "train width 4, run 0",
            "train width 8, run 0",
            "train width 16, run 0",
            "train width 32, run 0",
            "train no retina, run 0",
            "train and attack CIFAR-10 width 4, depth 2, run 0",
            "measure width 1, run 0",
            "measure width 2, run 0",
            "measure width 4, run 0",
            "measure width 8, run 0",
            "measure width 16, run 0",
            "measure width 32, run 0",
            "measure no retina, run 0",
            "attack width 1, run 0",
            "attack width 32, run 0")
        .inOrder();
    assertThat(units.get(14).needs()).containsExactly(0, 6);
    assertThat(units.get(17).needs()).containsExactly(6);
  }

  @Test
  void unitsAreNumberedAsTheyComeAndHaveNamesOfTheirOwn() {
    List<Unit> units = StudyUnits.of(ModelRuns.study(home));
    for (int i = 0; i < units.size(); i++) {
      assertThat(units.get(i).number()).isEqualTo(i);
    }
    assertThat(new HashSet<>(units.stream().map(Unit::name).toList())).hasSize(units.size());
  }

  /** What a unit keeps is found again by the calls of the notebooks; what is lost is found out. */
  @Test
  void unitKeepsWhatItsWorkReadsBack() throws IOException {
    Study study = ModelRuns.study(home);
    Sweep sweep = Sweep.of(study, step -> {});
    assertThat(sweep.run(9, () -> false).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(states(sweep, 0, 1, 9)).containsExactly("done", "done", "done");
    List<Path> kept = kept(study);
    study.earlyVision().stages(List.of(study.model(1, 0)));
    assertThat(kept(study)).isEqualTo(kept);

    readBack(study, 0, 1, 9);
    assertThat(states(sweep, 0, 1, 9)).containsExactly("done", "done", "done");

    Files.delete(study.model(1, 0).weights());
    readBack(study, 0, 1);
    assertThat(states(sweep, 0, 1)).containsExactly("done", "waiting").inOrder();
    assertThat(sweep.rows().get(1).reason()).isEqualTo("not all of its results are kept: training");
  }

  private static List<Path> kept(Study study) throws IOException {
    try (Stream<Path> files = Files.walk(study.store().folder())) {
      return files.sorted().toList();
    }
  }

  private static void readBack(Study study, int... numbers) {
    Merge merge = new Merge(study, step -> {}, 18);
    Sweep sweep = Sweep.of(study, step -> {});
    for (int number : numbers) {
      merge.readBack(StudyUnits.of(study).get(number), sweep.files(number));
    }
  }

  private static List<String> states(Sweep sweep, int... numbers) {
    return Arrays.stream(numbers).mapToObj(n -> sweep.rows().get(n).state()).toList();
  }
}
