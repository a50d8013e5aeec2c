package org.opponency.surgery;

import java.util.List;

/**
 * All that was done to one network.
 *
 * @param intact what it does as it was trained
 * @param rotation the largest change of any class probability when the space of its cells is
 *     rotated and rotated back behind the bottleneck, in float64: rounding, or this table is wrong
 * @param effects class by class, operation by operation
 */
public record SurgeryReport(Vitals intact, double rotation, List<SurgeryEffect> effects) {
  /** Raised when the same network and protocol give other numbers. */
  public static final int VERSION = 4;

  /** Copies the list. */
  public SurgeryReport {
    effects = List.copyOf(effects);
  }
}
