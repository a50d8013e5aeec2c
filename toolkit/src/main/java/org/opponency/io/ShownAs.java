package org.opponency.io;

/**
 * How people read the numbers of a measure. A record's component of this type is no column of a
 * table: it says how the other numbers of its row are shown, for records whose measure differs.
 */
public enum ShownAs {
  /** Fractions, or differences of fractions: in percent. */
  PERCENT,
  /** Whatever else: as they are. */
  NUMBER
}
