package org.opponency.report.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import org.opponency.stimuli.ColourSpace;

/**
 * Curves over the colour wheel, whose ring of hues runs around them: red at the right, then counter
 * to the clock. All share a scale from {@code low} at the middle to {@code high} at the ring.
 *
 * @param side width and height in points
 * @param low value at the middle
 * @param high value at the ring
 * @param curves in the order in which they are painted
 */
public record PolarPlot(int side, double low, double high, List<Curve> curves)
    implements SquareDrawing {
  /** Wedges of the ring; more would only make larger files. */
  private static final int WEDGES = 72;

  private static final double RING = 0.09;
  private static final double GAP = 0.03;

  /**
   * A closed curve at equal angles.
   *
   * @param values from red on; one value makes a circle
   * @param colour of the line
   * @param stroke of the line
   */
  public record Curve(double[] values, Color colour, BasicStroke stroke) {}

  @Override
  public void paint(Graphics2D g) {
    paintRing(g);
    g.setStroke(new BasicStroke(0.8f));
    g.setColor(ChartStyle.GRID);
    g.draw(circle(outer()));
    g.draw(circle(outer() / 2));
    paintCurves(g);
  }

  /** The curves alone, for pages that have many over one wheel. */
  public Drawing trace() {
    return new CurveLine(side, side, this::paintCurves);
  }

  private void paintCurves(Graphics2D g) {
    curves.forEach(curve -> paintLine(g, curve));
  }

  private void paintRing(Graphics2D g) {
    double outside = side / 2.0;
    double inside = outside * (1 - RING);
    for (int i = 0; i < WEDGES; i++) {
      double angle = 360.0 / WEDGES;
      double[] rgb = ColourSpace.rgb((i + 0.5) * angle, 1, 0.5);
      g.setColor(new Color((float) rgb[0], (float) rgb[1], (float) rgb[2]));
      // A little too wide, or seams would show.
      var wedge = new Area(new Arc2D.Double(0, 0, side, side, i * angle, angle + 0.6, Arc2D.PIE));
      wedge.subtract(new Area(circle(inside)));
      g.fill(wedge);
    }
  }

  private void paintLine(Graphics2D g, Curve curve) {
    g.setColor(curve.colour());
    g.setStroke(curve.stroke());
    g.draw(curve.values().length == 1 ? circle(radius(curve.values()[0])) : path(curve));
  }

  private Path2D path(Curve curve) {
    var path = new Path2D.Double();
    int count = curve.values().length;
    for (int i = 0; i < count; i++) {
      double radius = radius(curve.values()[i]);
      double angle = 2 * Math.PI * i / count;
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

  private double radius(double value) {
    double share = high > low ? (value - low) / (high - low) : 0.5;
    return outer() * Math.min(1, Math.max(0, share));
  }

  private double outer() {
    return side / 2.0 * (1 - RING - GAP);
  }

  private Shape circle(double radius) {
    double middle = side / 2.0;
    return new Ellipse2D.Double(middle - radius, middle - radius, 2 * radius, 2 * radius);
  }
}
