package org.opponency.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.opponency.evaluation.Interval;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.Mark;
import org.opponency.report.draw.Plot;

/**
 * A line of shares, a mark and an interval for each; no two by colour alone.
 *
 * @param label in the legend
 * @param colour of all of it
 * @param stroke of the line
 * @param mark of each share
 */
record IntervalLine(String label, Color colour, BasicStroke stroke, Mark mark) {
  private static final BasicStroke BAR = new BasicStroke(1f);
  private static final double DOT = 7;

  /**
   * Draws it.
   *
   * @param x places, from the left
   * @param shares one a place; NaN where it is not known
   * @param intervals one a share, within [0, 1]; NaN likewise
   */
  void add(XYChart chart, double[] x, double[] shares, List<Interval> intervals) {
    int[] known = IntStream.range(0, x.length).filter(i -> Double.isFinite(shares[i])).toArray();
    for (int i : known) {
      Interval bar = intervals.get(i);
      if (Double.isFinite(bar.low())) {
        double low = Math.max(0, bar.low());
        double high = Math.min(1, bar.high());
        Plot.line(chart, label + " interval " + i, x[i], low, x[i], high, BAR, colour);
      }
    }
    if (known.length > 0) {
      double[] places = IntStream.of(known).mapToDouble(i -> x[i]).toArray();
      double[] values = IntStream.of(known).mapToDouble(i -> shares[i]).toArray();
      Plot.line(chart, label, places, values, stroke, colour);
      Plot.dots(chart, label + " dots", places, values, mark, colour);
    }
  }

  LegendEntry entry() {
    return new LegendEntry(label, colour, stroke, DOT, mark);
  }
}
