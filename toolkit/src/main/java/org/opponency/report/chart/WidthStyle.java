package org.opponency.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import org.knowm.xchart.XYChart;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.Mark;
import org.opponency.report.draw.Plot;

/**
 * What the networks of one bottleneck width look like, the same in every figure: violet to green
 * and a dash of its own for 1 to 32 channels, a broad grey line without a retina.
 *
 * @param name such as {@code width 4}
 * @param colour of lines and dots
 * @param line of curves that stand for the width
 */
public record WidthStyle(String name, Color colour, BasicStroke line) {
  /** What axes call widths. */
  public static final String AXIS = "bottleneck width (channels)";

  private static final double DOT = 8;
  private static final double WIDEST = 32;
  private static final BasicStroke BROAD =
      new BasicStroke(3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);

  /** Of the powers of two from 1 to 32. */
  private static final float[][] DASHES = {
    null, {7, 3}, {3, 2}, {9, 3, 2, 3}, {1.5f, 2.5f}, {12, 4}
  };

  /**
   * The style of a width.
   *
   * @param width N_BN, or {@link BottleneckWidth#NO_RETINA}
   */
  public static WidthStyle of(int width) {
    String name = BottleneckWidth.name(width);
    return width == BottleneckWidth.NO_RETINA
        ? new WidthStyle(name, ChartStyle.GREY, BROAD)
        : new WidthStyle(name, colour(width), dashed(width));
  }

  private static Color colour(int width) {
    return ChartStyle.viridis(Math.log(width) / Math.log(WIDEST));
  }

  private static BasicStroke dashed(int width) {
    int octave = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(width);
    return new BasicStroke(
        1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, DASHES[octave % DASHES.length], 0);
  }

  /** A line of a legend. */
  LegendEntry lineEntry() {
    return new LegendEntry(name, colour, line, 0);
  }

  /** A dot of a legend. */
  LegendEntry dotEntry() {
    return new LegendEntry(name, colour, null, DOT);
  }

  /** Draws the width's line through points, straight from each to the next. */
  void addLine(XYChart chart, double[] x, double[] y) {
    Plot.line(chart, name, x, y, line, colour);
  }

  /** Draws points as dots, without a line. */
  void addDots(XYChart chart, double[] x, double[] y) {
    Plot.dots(chart, name + " dots", x, y, Mark.CIRCLE, colour);
  }
}
