package org.opponency.report.draw;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The letters by which texts name the panels of a figure: a, b, c and so on, in the order in which
 * they are painted. Grids within grids go on where those around them are, so that no letter stands
 * twice.
 */
final class PanelLetter {
  /** What a heading behind the letter keeps free. */
  static final int WIDTH = 16;

  private static final Lettering LETTER =
      new Lettering(ChartStyle.font(Font.BOLD, 13), ChartStyle.INK);

  /** How many letters stand on what is painted on. */
  private static final RenderingHints.Key PAINTED = new CountHint();

  private PanelLetter() {}

  /** Paints the next letter; a panel that stands alone has none. */
  static void paint(Graphics2D g, int panels, double x, double baseline) {
    if (panels > 1) {
      LETTER.left(g, String.valueOf((char) ('a' + painted(g).getAndIncrement())), x, baseline);
    }
  }

  private static AtomicInteger painted(Graphics2D g) {
    if (!(g.getRenderingHint(PAINTED) instanceof AtomicInteger)) {
      g.setRenderingHint(PAINTED, new AtomicInteger());
    }
    return (AtomicInteger) g.getRenderingHint(PAINTED);
  }

  private static final class CountHint extends RenderingHints.Key {
    private static final int ANY = 7002;

    CountHint() {
      super(ANY);
    }

    @Override
    public boolean isCompatibleValue(Object value) {
      return value instanceof AtomicInteger;
    }
  }
}
