package org.opponency.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;

/**
 * A colour wheel, red at the right, angles counter-clockwise: HSL's hues of saturation 1 and
 * lightness 0.5, as the stimuli are.
 *
 * @param side of the drawing in points
 */
record HueRim(int side) implements Drawing {
  static final int THICKNESS = 7;
  private static final int SEGMENTS = 36;
  private static final double WIDTH = 360.0 / SEGMENTS;

  /** Closes the seams that smoothed edges leave. */
  private static final double OVERLAP = 0.5;

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
    g.setStroke(new BasicStroke(THICKNESS, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    double inset = THICKNESS / 2.0;
    double diameter = side - THICKNESS;
    for (int i = 0; i < SEGMENTS; i++) {
      g.setColor(new Color(Color.HSBtoRGB((float) i / SEGMENTS, 1, 1)));
      double start = (i - 0.5) * WIDTH;
      g.draw(
          new Arc2D.Double(inset, inset, diameter, diameter, start, WIDTH + OVERLAP, Arc2D.OPEN));
    }
  }
}
