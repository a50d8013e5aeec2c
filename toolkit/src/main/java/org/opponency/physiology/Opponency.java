package org.opponency.physiology;

/** How a cell's responses to stimuli lie about its baseline. */
public enum Opponency {
  /** On both sides of it: some stimuli excite the cell, others inhibit it. */
  OPPONENT,
  /** On one side of it. */
  NON_OPPONENT,
  /** On it, every one. */
  UNRESPONSIVE
}
