package org.opponency.report.draw;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/**
 * What the colours of maps mean: dark to light.
 *
 * @param low word at the dark end
 * @param high word at the light end
 */
public record ColourScale(String low, String high) implements Drawing {
  private static final int BAR = 110;
  private static final int HEIGHT = 12;
  private static final int STEPS = 55;
  private static final int GAP = 8;

  @Override
  public int width() {
    double words = ChartStyle.LABEL.width(low) + ChartStyle.LABEL.width(high);
    return (int) Math.ceil(words + BAR + 2 * GAP);
  }

  @Override
  public int height() {
    return HEIGHT + 4;
  }

  @Override
  public void paint(Graphics2D g) {
    double left = ChartStyle.LABEL.width(low) + GAP;
    ChartStyle.LABEL.left(g, low, 0, HEIGHT - 1);
    double step = (double) BAR / STEPS;
    for (int i = 0; i < STEPS; i++) {
      g.setColor(ChartStyle.viridis(i / (STEPS - 1.0)));
      g.fill(new Rectangle2D.Double(left + i * step, 0, BAR - i * step, HEIGHT));
    }
    ChartStyle.LABEL.left(g, high, left + BAR + GAP, HEIGHT - 1);
  }
}
