package org.opponency.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.stream.DoubleStream;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Drawing;

/**
 * How many values lie where between the least and the largest, small enough for a line of a table.
 *
 * @param width of the whole in points
 * @param height of the whole
 * @param values finite ones, at least one
 */
public record Histogram(int width, int height, double[] values) implements Drawing {
  private static final int BINS = 24;

  /** Refuses what has no place on an axis. */
  public Histogram {
    if (values.length == 0 || !DoubleStream.of(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("Expected finite values to draw, one at least");
    }
  }

  @Override
  public void paint(Graphics2D g) {
    int[] counts = counts();
    int most = 1;
    for (int count : counts) {
      most = Math.max(most, count);
    }
    double step = (double) width / BINS;
    g.setColor(ChartStyle.SERIES.get(0));
    for (int i = 0; i < BINS; i++) {
      double high = (height - 1.0) * counts[i] / most;
      g.fill(new Rectangle2D.Double(i * step, height - 1 - high, step - 1, high));
    }
    g.setColor(ChartStyle.GREY);
    g.draw(new Line2D.Double(0, height - 1.0, width, height - 1.0));
  }

  /** All in the middle where they are all alike. */
  int[] counts() {
    double least = DoubleStream.of(values).min().orElseThrow();
    double range = DoubleStream.of(values).max().orElseThrow() - least;
    int[] counts = new int[BINS];
    for (double value : values) {
      double place = range == 0 ? 0.5 : (value - least) / range;
      counts[(int) Math.min(BINS - 1, place * BINS)]++;
    }
    return counts;
  }
}
