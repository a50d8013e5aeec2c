package org.opponency.study.networks;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opponency.engine.Compute;
import org.opponency.io.Progress;
import org.opponency.models.Architecture;
import org.opponency.study.networks.StudyNetworks.LongMeasurement;

class MeasuringCrewTest {
  private static final List<ModelRun> MODELS =
      Stream.of("a", "b")
          .map(
              name ->
                  new ModelRun(
                      name, Architecture.cifar10(1, 1), 0, 0, false, Path.of("none"), List.of()))
          .toList();

  private final List<Progress> told = new ArrayList<>();

  private <R> List<R> measured(int workers, LongMeasurement<R> measure) {
    return new MeasuringCrew(workers, told::add, MODELS).each(model -> null, measure);
  }

  @Test
  void everyNetworkIsAnEqualShareOfTheWhole() {
    List<String> values =
        measured(
            1,
            (model, vision, progress) -> {
              progress.accept(new Progress("attacking", 1, 4, "a quarter of " + model.name()));
              progress.accept(new Progress("attacking", 4, 4, "all of " + model.name()));
              return model.name();
            });
    assertThat(values).containsExactly("a", "b").inOrder();
    assertThat(told)
        .containsExactly(
            new Progress("attacking", 250, 2000, "a quarter of a"),
            new Progress("attacking", 999, 2000, "all of a"),
            new Progress("attacking", 1000, 2000, "a"),
            new Progress("attacking", 1250, 2000, "a quarter of b"),
            new Progress("attacking", 1999, 2000, "all of b"),
            new Progress("attacking", 2000, 2000, "2 networks"))
        .inOrder();
  }

  /** So whoever listens can tell it from work. */
  @Test
  void whatTellsOfNoStepsIsMeasured() {
    measured(1, (model, vision, progress) -> 0);
    assertThat(told)
        .containsExactly(
            new Progress(StudyNetworks.MEASURING, 1000, 2000, "a"),
            new Progress(StudyNetworks.MEASURING, 2000, 2000, "2 networks"))
        .inOrder();
  }

  @Test
  void aSingleNetworkIsNamed() {
    new MeasuringCrew(1, told::add, MODELS.subList(0, 1))
        .each(model -> null, (model, vision, progress) -> 0);
    assertThat(told).containsExactly(new Progress(StudyNetworks.MEASURING, 1000, 1000, "a"));
  }

  /** It takes no time, and says nothing of the time that others take. */
  @Test
  void whatIsReadBackWhereOthersWorkDoesNotCount() {
    measured(
        1,
        (model, vision, progress) -> {
          if (model.name().equals("a")) {
            progress.accept(new Progress("attacking", 4, 4, "all of a"));
          }
          return 0;
        });
    assertThat(told)
        .containsExactly(
            new Progress("attacking", 999, 2000, "all of a"),
            new Progress("attacking", 1000, 2000, "a"),
            new Progress("attacking", 1000, 1000, "2 networks"))
        .inOrder();
  }

  @Test
  void notesAreNoSteps() {
    Progress note = new Progress("a", 0, 1, "", "a: a batch was halved");
    measured(
        1,
        (model, vision, progress) -> {
          progress.accept(note);
          return 0;
        });
    assertThat(told)
        .containsExactly(
            note,
            new Progress(StudyNetworks.MEASURING, 1000, 2000, "a"),
            note,
            new Progress(StudyNetworks.MEASURING, 2000, 2000, "2 networks"))
        .inOrder();
  }

  /** Each waits for the other, which one after the other would never end. */
  @Test
  void networksAreMeasuredSideBySideWithAThreadEach() {
    CyclicBarrier both = new CyclicBarrier(2);
    List<Integer> threads =
        measured(
            2,
            (model, vision, progress) -> {
              meet(both);
              return Compute.threads();
            });
    assertThat(threads).containsExactly(1, 1);
  }

  private static void meet(CyclicBarrier others) {
    try {
      others.await(1, TimeUnit.MINUTES);
    } catch (Exception e) {
      throw new IllegalStateException("Nobody else came", e);
    }
  }

  @Test
  void whatFailsIsNotMeasured() {
    OutOfMemoryError failure = new OutOfMemoryError("Java heap space");
    assertThat(
            assertThrows(
                OutOfMemoryError.class,
                () ->
                    measured(
                        1,
                        (model, vision, progress) -> {
                          throw failure;
                        })))
        .isSameInstanceAs(failure);
    assertThat(told).isEmpty();
  }
}
