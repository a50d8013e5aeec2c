package org.opponency.study.sweep;

/**
 * How a worker left a unit.
 *
 * @param kind what became of it
 * @param message a sentence for the log
 */
public record Outcome(Kind kind, String message) {
  /** What became of a unit. */
  public enum Kind {
    /** Its results are kept. */
    DONE,
    /** It, or a unit that it needs, is in another worker's hands. */
    HELD,
    /** It was told to stop and saved what it had; the next worker goes on there. */
    STOPPED
  }
}
