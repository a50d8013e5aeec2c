package org.opponency.study.sweep;

import static org.opponency.io.Text.format;

import java.util.function.Consumer;
import org.opponency.io.Progress;
import org.opponency.study.Study;

/** Holds what units say against what is kept: their work is done again, which may only read. */
final class Merge {
  private final Study readOnly;
  private final Consumer<Progress> progress;
  private final int units;

  Merge(Study study, Consumer<Progress> progress, int units) {
    readOnly = study.reporting(Merge::refuseWork);
    this.progress = progress;
    this.units = units;
  }

  /** Long work reports its steps; reading back has none to report, though maybe notes. */
  private static void refuseWork(Progress step) {
    if (step.note().isEmpty() && !step.what().equals(Study.MEASURING)) {
      throw new IllegalStateException(format("not all of its results are kept: %s", step.what()));
    }
  }

  void readBack(Unit unit, UnitFiles files) {
    try {
      unit.work().accept(readOnly);
    } catch (RuntimeException e) { // a reason to do the unit again, whatever it is
      files.forget(e.getMessage() == null ? e.toString() : e.getMessage());
    }
    progress.accept(new Progress("merging", unit.number() + 1L, units, unit.name()));
  }
}
