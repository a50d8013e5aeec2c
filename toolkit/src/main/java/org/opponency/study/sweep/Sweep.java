package org.opponency.study.sweep;

import static org.opponency.io.Text.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.opponency.io.Progress;
import org.opponency.io.StoppedException;
import org.opponency.study.Study;
import org.opponency.study.networks.StudyData;
import org.opponency.study.sweep.UnitState.Stage;

/**
 * All the long work of a study as a list of units, which any number of processes and machines that
 * share the study's folder can do at the same time. A unit that is done returns at once, one that
 * was stopped or killed goes on, and none is ever in two hands.
 */
public final class Sweep {
  private final Study study;
  private final Consumer<Progress> progress;
  private final List<Unit> units;
  private final Path folder;
  private final String settings;

  Sweep(Study study, Consumer<Progress> progress, List<Unit> units) {
    this.study = study;
    this.progress = progress;
    this.units = units;
    folder = study.results().resolve("sweep").toAbsolutePath().normalize();
    StudyData data = study.data();
    settings =
        format(
            "%s; %s; seed %d; %,d training and %,d validation images; numerics %s",
            data.name(),
            study.recipe(),
            data.seed(),
            data.train().size(),
            data.validation().size(),
            study.execution().numerics());
  }

  /**
   * The sweep of a study.
   *
   * @param progress told how far the work of a unit is
   */
  public static Sweep of(Study study, Consumer<Progress> progress) {
    return new Sweep(study, progress, StudyUnits.of(study));
  }

  /** Every unit and how it stands, in order. */
  public List<UnitRow> rows() {
    return units.stream().map(this::row).toList();
  }

  private UnitRow row(Unit unit) {
    UnitState state = files(unit).state();
    String reason = state.stage() == Stage.WAITING ? waitsFor(unit, state) : state.reason();
    return new UnitRow(
        unit.number(),
        unit.name(),
        state.stage().name().toLowerCase(Locale.ROOT),
        state.since(),
        state.worker(),
        reason);
  }

  private String waitsFor(Unit unit, UnitState state) {
    return unit.needs().stream()
        .map(units::get)
        .filter(need -> !isDone(need))
        .findFirst()
        .map(need -> "for " + need.title())
        .orElse(state.reason());
  }

  private boolean isDone(Unit unit) {
    return files(unit).state().stage() == Stage.DONE;
  }

  /**
   * Does a unit, after those it needs that are not done yet, so that any order of units is a good
   * one. A failure is noted in the unit's state and passed on.
   *
   * @param stop asked at every step of the work; once it says yes, the work is saved and ends
   * @throws IllegalArgumentException if there is no such unit
   */
  public Outcome run(int number, BooleanSupplier stop) {
    if (number < 0 || number >= units.size()) {
      throw new IllegalArgumentException(
          format(
              "Expected a unit from 0 to %d, got %d; --list shows them", units.size() - 1, number));
    }
    return run(units.get(number), stop);
  }

  private Outcome run(Unit unit, BooleanSupplier stop) {
    if (isDone(unit)) {
      return new Outcome(Outcome.Kind.DONE, unit.title() + " is done");
    }
    for (int need : unit.needs()) {
      Outcome outcome = run(units.get(need), stop);
      if (outcome.kind() != Outcome.Kind.DONE) {
        return outcome;
      }
    }
    return locked(unit, stop);
  }

  private Outcome locked(Unit unit, BooleanSupplier stop) {
    UnitFiles files = files(unit);
    var lock = files.lock();
    if (lock.isEmpty()) {
      return held(unit, files.state());
    }
    try {
      return work(unit, files, stop);
    } finally {
      lock.get().close();
    }
  }

  private static Outcome held(Unit unit, UnitState state) {
    return new Outcome(
        Outcome.Kind.HELD,
        format("%s is held by %s since %s", unit.title(), state.worker(), state.since()));
  }

  private Outcome work(Unit unit, UnitFiles files, BooleanSupplier stop) {
    files.write(Stage.RUNNING, "");
    progress.accept(new Progress(unit.title(), 0, 1, "begun by " + Worker.name()));
    try {
      StoppedException.ifAsked(stop);
      unit.work().accept(study.reporting(StoppedException.once(stop, progress)));
    } catch (StoppedException e) {
      files.write(Stage.WAITING, "stopped on the way");
      return new Outcome(Outcome.Kind.STOPPED, unit.title() + " is saved and stopped");
    } catch (RuntimeException | Error e) {
      files.write(Stage.FAILED, e.getMessage() == null ? e.toString() : e.getMessage());
      throw e;
    }
    files.write(Stage.DONE, "");
    return new Outcome(Outcome.Kind.DONE, unit.title() + " is done");
  }

  /**
   * Reads the results of every unit back, as the notebooks do, and computes nothing that takes
   * long. A unit whose results are gone or of other settings is no longer called done.
   *
   * @throws IllegalStateException if units are not done; it lists them and says why
   */
  public void merge() {
    requireDone();
    Merge merge = new Merge(study, progress, units.size());
    units.forEach(unit -> merge.readBack(unit, files(unit)));
    requireDone();
  }

  private void requireDone() {
    List<String> missing =
        rows().stream().filter(row -> !row.state().equals("done")).map(Sweep::missing).toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          format(
              "%d of %d units are not done; run them with --unit, then merge again:\n%s",
              missing.size(), units.size(), String.join("\n", missing)));
    }
  }

  private static String missing(UnitRow row) {
    String why = row.reason().isEmpty() ? "" : ", " + row.reason();
    return format("%4d  %s: %s%s", row.unit(), row.name(), row.state(), why);
  }

  UnitFiles files(int number) {
    return files(units.get(number));
  }

  private UnitFiles files(Unit unit) {
    return new UnitFiles(folder, unit, settings);
  }
}
