package org.opponency.report;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/**
 * Responses to hues as distances from the middle of a colour wheel, red at the right, angles
 * counter-clockwise. The dashed circle is the baseline; the smallest number lies near the middle,
 * the largest at the rim.
 *
 * @param side of the drawing in points
 * @param responses evenly around the wheel from red on
 * @param baseline what the circle shows
 */
record HueWheel(int side, float[] responses, float baseline) implements Drawing {
  private static final int POINTS = 90;

  /** Where the smallest number lies, as a share of the radius. */
  private static final double INNERMOST = 0.12;

  private static final BasicStroke CURVE = new BasicStroke(1.6f);

  @Override
  public int width() {
    return side;
  }

  @Override
  public int height() {
    return side;
  }

  @Override
  public void paint(Graphics2D g) {
    new HueRim(side).paint(g);
    paintTrace(g);
  }

  /** Without its rim, where that is there already. */
  Drawing trace() {
    return new Trace(side, side, this::paintTrace);
  }

  private void paintTrace(Graphics2D g) {
    g.setColor(ChartStyle.GREY);
    g.setStroke(ChartStyle.DASHED);
    double radius = radius(baseline);
    g.draw(circle(radius));
    g.setColor(ChartStyle.INK);
    g.setStroke(CURVE);
    g.draw(curve());
  }

  private Path2D curve() {
    var path = new Path2D.Double();
    int points = Math.min(POINTS, responses.length);
    for (int i = 0; i < points; i++) {
      int index = i * responses.length / points;
      double angle = 2 * Math.PI * index / responses.length;
      double radius = radius(responses[index]);
      double x = side / 2.0 + radius * Math.cos(angle);
      double y = side / 2.0 - radius * Math.sin(angle);
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    path.closePath();
    return path;
  }

  private Ellipse2D circle(double radius) {
    return new Ellipse2D.Double(side / 2.0 - radius, side / 2.0 - radius, 2 * radius, 2 * radius);
  }

  private double radius(double response) {
    double low = baseline;
    double high = baseline;
    for (float value : responses) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    double place = high > low ? (response - low) / (high - low) : 0.5;
    return (INNERMOST + (1 - INNERMOST) * place) * (side / 2.0 - HueRim.THICKNESS - 3);
  }
}
