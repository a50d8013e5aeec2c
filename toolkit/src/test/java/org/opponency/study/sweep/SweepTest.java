package org.opponency.study.sweep;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opponency.io.Progress;
import org.opponency.models.script.Numerics;
import org.opponency.study.ModelRuns;
import org.opponency.study.Study;
import org.opponency.training.Execution;

/** Sweeps of three units: {@code first}, {@code second} that needs it, and {@code third}. */
class SweepTest {
  private static final BooleanSupplier NEVER = () -> false;

  @TempDir Path home;
  private final List<String> done = new ArrayList<>();
  private Study study;

  @BeforeEach
  void openStudy() {
    study = ModelRuns.study(home);
  }

  private Sweep sweep(Consumer<Study> first) {
    return new Sweep(
        study,
        step -> {},
        List.of(
            new Unit(0, "first", List.of(), first),
            new Unit(1, "second", List.of(0), s -> done.add("second")),
            new Unit(2, "third", List.of(), s -> done.add("third"))));
  }

  private Sweep sweep() {
    return sweep(s -> done.add("first"));
  }

  private static List<String> states(Sweep sweep) {
    return sweep.rows().stream().map(UnitRow::state).toList();
  }

  @Test
  void unitIsDoneOnceAfterWhatItNeeds() {
    Sweep sweep = sweep();
    assertThat(states(sweep)).containsExactly("waiting", "waiting", "waiting");
    assertThat(sweep.rows().get(1).reason()).isEqualTo("for unit 0 (first)");
    assertThat(sweep.run(1, NEVER).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(done).containsExactly("first", "second").inOrder();
    assertThat(states(sweep)).containsExactly("done", "done", "waiting").inOrder();
    assertThat(sweep.run(1, NEVER))
        .isEqualTo(new Outcome(Outcome.Kind.DONE, "unit 1 (second) is done"));
    assertThat(done).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3})
  void unknownUnitIsRefusedWithTheRange(int number) {
    var failure = assertThrows(IllegalArgumentException.class, () -> sweep().run(number, NEVER));
    assertThat(failure)
        .hasMessageThat()
        .isEqualTo(format("Expected a unit from 0 to 2, got %d; --list shows them", number));
  }

  @Test
  void failureIsNotedAndTheNextWorkerTriesAgain() {
    Sweep failing =
        sweep(
            s -> {
              throw new IllegalStateException("no luck");
            });
    assertThrows(IllegalStateException.class, () -> failing.run(1, NEVER));
    UnitRow row = failing.rows().get(0);
    assertThat(List.of(row.state(), row.reason())).containsExactly("failed", "no luck").inOrder();
    assertThat(row.worker()).isEqualTo(Worker.name());
    assertThat(failing.rows().get(1).reason()).isEqualTo("for unit 0 (first)");
    assertThat(sweep().run(1, NEVER).kind()).isEqualTo(Outcome.Kind.DONE);
  }

  @Test
  void secondWorkerIsToldWhoHoldsTheUnit() throws InterruptedException {
    List<Outcome> others = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    Sweep sweep =
        sweep(
            s -> {
              others.add(sweep().run(0, NEVER));
              others.add(sweep().run(1, NEVER));
              seen.addAll(states(sweep()));
            });
    assertThat(sweep.run(0, NEVER).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(seen).containsExactly("running", "waiting", "waiting").inOrder();
    assertThat(done).isEmpty();
    for (Outcome other : others) {
      assertThat(other.kind()).isEqualTo(Outcome.Kind.HELD);
      assertThat(other.message())
          .startsWith("unit 0 (first) is held by " + Worker.name() + " since 2");
    }
  }

  @Test
  void workThatIsToldToStopIsNotDoneAndGoesOnLater() {
    List<Integer> steps = new ArrayList<>();
    Sweep sweep = sweep(s -> climb(s, steps));
    Outcome outcome = sweep.run(0, () -> steps.size() >= 2);
    assertThat(outcome)
        .isEqualTo(new Outcome(Outcome.Kind.STOPPED, "unit 0 (first) is saved and stopped"));
    assertThat(sweep.rows().get(0).state()).isEqualTo("waiting");
    assertThat(sweep.rows().get(0).reason()).isEqualTo("stopped on the way");
    assertThat(sweep.run(1, NEVER).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(steps).containsExactly(1, 2, 3, 4, 5).inOrder();
  }

  /** Five steps, each kept. */
  private static void climb(Study study, List<Integer> steps) {
    while (steps.size() < 5) {
      steps.add(steps.size() + 1);
      study.report(new Progress("climbing", steps.size(), 5, ""));
    }
  }

  @Test
  void workerThatEndedWithoutAWordIsNoLongerAtIt() throws IOException {
    Sweep sweep = sweep();
    sweep.run(0, NEVER);
    Path note = note("first");
    Files.writeString(note, Files.readString(note).replace("DONE", "RUNNING"));
    UnitRow row = sweep.rows().get(0);
    assertThat(row.state()).isEqualTo("waiting");
    assertThat(row.reason())
        .isEqualTo(format("its worker (%s) ended without a word", Worker.name()));
    sweep.run(0, NEVER);
    assertThat(done).containsExactly("first", "first");
    assertThat(sweep.rows().get(0).state()).isEqualTo("done");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "null",
        "{\"stage\": \"FINISHED\", \"settings\": \"\", \"worker\": \"\", \"since\": \"\", \"reason\": \"\"}",
        "{\"stage\": {\"DONE\": 1}, \"settings\": 7}",
        "\u0000\uffff\u0001"
      })
  void damagedStateIsToldAndTheUnitDoneAgain(String text) throws IOException {
    Sweep sweep = sweep();
    sweep.run(0, NEVER);
    Files.writeString(note("first"), text, StandardCharsets.UTF_8);
    UnitRow row = sweep.rows().get(0);
    assertThat(row.state()).isEqualTo("waiting");
    assertThat(row.reason()).isEqualTo("its state was damaged: " + note("first"));
    assertThat(sweep.run(0, NEVER).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(sweep.rows().get(0).state()).isEqualTo("done");
  }

  @Test
  void resultsOfOtherSettingsAreNotThisUnits() throws IOException {
    Sweep sweep = sweep();
    sweep.run(0, NEVER);
    Files.writeString(note("first"), Files.readString(note("first")).replace("Orchard", "Ours"));
    assertThat(sweep.rows().get(0).state()).isEqualTo("waiting");
    assertThat(sweep.rows().get(0).reason()).startsWith("its results are of other settings: Ours");
  }

  @Test
  void settingsSayWhatNetworksAreTrainedOnAndBy() {
    sweep().run(0, NEVER);
    study = study.computedBy(Execution.automatic().with(Numerics.FAST));
    UnitRow row = sweep().rows().get(0);
    assertThat(row.state()).isEqualTo("waiting");
    assertThat(row.reason())
        .endsWith("; seed 2027; 200 training and 100 validation images; numerics EXACT");
  }

  @Test
  void mergeListsWhatIsMissingAndWhy() {
    Sweep sweep = sweep();
    sweep.run(2, NEVER);
    var failure = assertThrows(IllegalStateException.class, sweep::merge);
    assertThat(failure)
        .hasMessageThat()
        .isEqualTo(
            "2 of 3 units are not done; run them with --unit, then merge again:\n"
                + "   0  first: waiting\n"
                + "   1  second: waiting, for unit 0 (first)");
  }

  @Test
  void mergeReadsEveryUnitBack() {
    Sweep sweep = sweep();
    List.of(0, 1, 2).forEach(number -> sweep.run(number, NEVER));
    done.clear();
    sweep.merge();
    assertThat(done).containsExactly("first", "second", "third").inOrder();
  }

  @Test
  void unitWhoseResultsAreGoneIsFoundOutWithoutWorkingLong() {
    List<Integer> steps = new ArrayList<>();
    Sweep sweep = sweep(s -> climb(s, steps));
    List.of(0, 1, 2).forEach(number -> sweep.run(number, NEVER));
    steps.clear();
    var failure = assertThrows(IllegalStateException.class, sweep::merge);
    assertThat(failure).hasMessageThat().contains("1 of 3 units are not done");
    assertThat(failure)
        .hasMessageThat()
        .contains("0  first: waiting, not all of its results are kept: climbing");
    assertThat(steps).hasSize(1);
    sweep.run(0, NEVER);
    sweep.merge();
  }

  @Test
  void notesAreNoWork() {
    Sweep sweep = sweep(s -> s.report(new Progress("training", 0, 1, "", "2 images left out")));
    List.of(0, 1, 2).forEach(number -> sweep.run(number, NEVER));
    sweep.merge();
    assertThat(states(sweep)).containsExactly("done", "done", "done");
  }

  @Test
  void unitThatNeedsALaterOneIsRefused() {
    var failure =
        assertThrows(IllegalArgumentException.class, () -> new Unit(1, "odd", List.of(1), s -> {}));
    assertThat(failure)
        .hasMessageThat()
        .isEqualTo("Expected unit 1 to need units before it, got [1]");
  }

  private Path note(String name) {
    return study.results().toAbsolutePath().normalize().resolve("sweep/" + name + ".json");
  }
}
