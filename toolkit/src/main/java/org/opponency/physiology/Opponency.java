package org.opponency.physiology;

/** Whether a cell is opponent: how its responses to stimuli lie around its baseline. */
public enum Opponency {
  /** On both sides of the baseline: some stimuli excite the cell, others inhibit it. */
  OPPONENT,
  /** On one side of the baseline only. */
  NON_OPPONENT,
  /** Every response equals the baseline. */
  UNRESPONSIVE
}
