package org.opponency.report.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;

/**
 * One entry of a legend.
 *
 * @param label what it says
 * @param colour colour of its mark
 * @param line the line shown, or null for none
 * @param dot diameter of the dot shown, 0 for none
 * @param mark shape of the dot
 */
public record LegendEntry(String label, Color colour, BasicStroke line, double dot, Mark mark) {
  private static final double MARK = 24;
  private static final double GAP = 6;

  /** An entry whose dot is round. */
  public LegendEntry(String label, Color colour, BasicStroke line, double dot) {
    this(label, colour, line, dot, Mark.CIRCLE);
  }

  double width() {
    return (line == null ? dot : MARK) + GAP + ChartStyle.LABEL.width(label);
  }

  void paint(Graphics2D g, double x, double baseline) {
    double wide = line == null ? dot : MARK;
    double middle = baseline - 0.35 * ChartStyle.LABEL.font().getSize2D();
    g.setColor(colour);
    if (line != null) {
      g.setStroke(line);
      g.draw(new Line2D.Double(x, middle, x + wide, middle));
    }
    if (dot > 0) {
      mark.paint(g, x + wide / 2, middle, dot);
    }
    ChartStyle.LABEL.left(g, label, x + wide + GAP, baseline);
  }
}
