package org.opponency.study.sweep;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What is known of a unit.
 *
 * @param stage how far it is
 * @param settings of the study when this was written: results of others are not this unit's
 * @param worker who wrote it; empty if nobody did
 * @param since when, ISO 8601, UTC, to the second; empty if nobody did
 * @param reason why it failed or is waiting; may be empty
 */
record UnitState(Stage stage, String settings, String worker, String since, String reason) {
  /** How far a unit is. */
  enum Stage {
    /** Its results are kept. */
    DONE,
    /** A worker is at it. */
    RUNNING,
    /** It ended with an error; the next worker tries again. */
    FAILED,
    /** Nobody is at it, though somebody may have begun. */
    WAITING;
  }

  /** Refuses what is no state: a file may hold anything. */
  UnitState {
    if (stage == null || settings == null || worker == null || since == null || reason == null) {
      throw new IllegalArgumentException("Expected stage, settings, worker, since and reason");
    }
  }

  /** As this process sees it now. */
  static UnitState now(Stage stage, String settings, String reason) {
    String since = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    return new UnitState(stage, settings, Worker.name(), since, reason);
  }

  static UnitState waiting(String settings, String reason) {
    return new UnitState(Stage.WAITING, settings, "", "", reason);
  }

  /** The same, but nobody is at it. */
  UnitState waiting(String why) {
    return new UnitState(Stage.WAITING, settings, worker, since, why);
  }
}
