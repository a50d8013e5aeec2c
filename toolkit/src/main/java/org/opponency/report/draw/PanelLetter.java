package org.opponency.report.draw;

import java.awt.Font;
import java.awt.Graphics2D;

/** The letters by which texts name the panels of a figure: a, b, c and so on. */
final class PanelLetter {
  /** What a heading behind the letter keeps free. */
  static final int WIDTH = 16;

  private static final Lettering LETTER =
      new Lettering(ChartStyle.font(Font.BOLD, 13), ChartStyle.INK);

  private PanelLetter() {}

  /** Paints that of a place, counted from 0; a panel that stands alone has none. */
  static void paint(Graphics2D g, int place, int panels, double x, double baseline) {
    if (panels > 1) {
      LETTER.left(g, String.valueOf((char) ('a' + place)), x, baseline);
    }
  }
}
