package org.opponency.report.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;

/**
 * One entry of a legend.
 *
 * @param label what it says
 * @param colour colour of its mark
 * @param line the line shown, or null for none
 * @param dot diameter of the dot shown, 0 for none
 */
public record LegendEntry(String label, Color colour, BasicStroke line, double dot) {
  private static final double MARK = 24;
  private static final double GAP = 6;

  double width() {
    return (line == null ? dot : MARK) + GAP + ChartStyle.LABEL.width(label);
  }

  void paint(Graphics2D g, double x, double baseline) {
    double mark = line == null ? dot : MARK;
    double middle = baseline - 0.35 * ChartStyle.LABEL.font().getSize2D();
    g.setColor(colour);
    if (line != null) {
      g.setStroke(line);
      g.draw(new Line2D.Double(x, middle, x + mark, middle));
    }
    g.fill(new Ellipse2D.Double(x + mark / 2 - dot / 2, middle - dot / 2, dot, dot));
    ChartStyle.LABEL.left(g, label, x + mark + GAP, baseline);
  }
}
