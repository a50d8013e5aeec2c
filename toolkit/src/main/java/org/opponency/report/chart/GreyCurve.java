package org.opponency.report.chart;

import static org.opponency.io.Text.format;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.CurveLine;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.SquareDrawing;

/**
 * Responses to greys, from black at the left to white at the right, as the strip below says. The
 * dashed line is the baseline.
 *
 * @param side of the drawing in points
 * @param responses evenly from black to white
 * @param baseline what the line shows
 */
public record GreyCurve(int side, float[] responses, float baseline) implements SquareDrawing {
  private static final int STRIP = 7;
  private static final int LEFT = 38;
  private static final int LEVELS = 25;
  private static final int POINTS = 50;
  private static final BasicStroke CURVE = new BasicStroke(1.6f);

  @Override
  public void paint(Graphics2D g) {
    paintStrip(g);
    paintTrace(g);
  }

  private void paintStrip(Graphics2D g) {
    double step = (side - LEFT) / (double) LEVELS;
    for (int i = 0; i < LEVELS; i++) {
      double x = LEFT + i * step;
      g.setColor(ChartStyle.mix(Color.BLACK, Color.WHITE, i / (LEVELS - 1.0)));
      g.fill(new Rectangle2D.Double(x, side - STRIP, side - x, STRIP));
    }
    g.setColor(ChartStyle.PALE);
    g.setStroke(new BasicStroke(0.8f));
    g.draw(new Rectangle2D.Double(LEFT, side - STRIP, side - LEFT, STRIP));
  }

  /** Without its strip, where that is there already. */
  public Drawing trace() {
    return new CurveLine(side, side, this::paintTrace);
  }

  private void paintTrace(Graphics2D g) {
    double line = y(baseline);
    g.setColor(ChartStyle.GREY);
    g.setStroke(ChartStyle.DASHED);
    g.draw(new Line2D.Double(LEFT, line, side, line));
    g.setColor(ChartStyle.INK);
    g.setStroke(CURVE);
    g.draw(curve());
    ChartStyle.NOTE.right(g, number(high()), LEFT - 5, 10);
    ChartStyle.NOTE.right(g, number(low()), LEFT - 5, side - STRIP - 4);
  }

  private Path2D curve() {
    var path = new Path2D.Double();
    int points = Math.min(POINTS, responses.length - 1);
    path.moveTo(LEFT, y(responses[0]));
    for (int i = 1; i <= points; i++) {
      int index = i * (responses.length - 1) / points;
      double share = (double) index / (responses.length - 1);
      path.lineTo(LEFT + share * (side - LEFT), y(responses[index]));
    }
    return path;
  }

  private double y(double response) {
    double span = high() - low();
    double place = span > 0 ? (response - low()) / span : 0.5;
    return 5 + (1 - place) * (side - STRIP - 12);
  }

  private double low() {
    double low = baseline;
    for (float value : responses) {
      low = Math.min(low, value);
    }
    return low;
  }

  private double high() {
    double high = baseline;
    for (float value : responses) {
      high = Math.max(high, value);
    }
    return high;
  }

  /** Three digits before or behind the point: what the space at the left holds with a sign. */
  private static String number(double value) {
    int decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
    return format("%." + decimals + "f", value);
  }
}
