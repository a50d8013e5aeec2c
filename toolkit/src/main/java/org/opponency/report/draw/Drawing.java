package org.opponency.report.draw;

import java.awt.Graphics2D;

/** Something that can be painted at any resolution. Sizes are in points, 96 to the inch. */
public interface Drawing {
  /** Width in points. */
  int width();

  /** Height in points. */
  int height();

  /**
   * Paints the whole, its top left corner at the origin. Leaves {@code g}'s transform as it was.
   */
  void paint(Graphics2D g);
}
