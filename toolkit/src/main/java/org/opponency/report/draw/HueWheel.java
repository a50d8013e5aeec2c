package org.opponency.report.draw;

import java.awt.BasicStroke;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A cell's responses to hues over the colour wheel; the dashed circle is its baseline. */
public final class HueWheel {
  private static final int POINTS = 90;
  private static final BasicStroke CURVE = new BasicStroke(1.6f);

  /** How far from the middle the smallest number lies, as a share of the radius. */
  private static final double INNERMOST = 0.12;

  private HueWheel() {}

  /**
   * The wheel.
   *
   * @param side of the drawing in points
   * @param responses evenly around the wheel from red on
   * @param baseline what the circle shows
   */
  public static PolarPlot of(int side, float[] responses, float baseline) {
    int points = Math.min(POINTS, responses.length);
    double[] values =
        IntStream.range(0, points)
            .mapToDouble(i -> responses[i * responses.length / points])
            .toArray();
    double low = Math.min(baseline, DoubleStream.of(values).min().orElseThrow());
    double high = Math.max(baseline, DoubleStream.of(values).max().orElseThrow());
    return new PolarPlot(
        side,
        low - INNERMOST / (1 - INNERMOST) * (high - low),
        high,
        List.of(
            new PolarPlot.Curve(new double[] {baseline}, ChartStyle.GREY, ChartStyle.DASHED),
            new PolarPlot.Curve(values, ChartStyle.INK, CURVE)));
  }

  /** A curve and its dashed baseline. */
  public static Legend legend(String response) {
    return new Legend(
        List.of(
            new LegendEntry(response, ChartStyle.INK, CURVE, 0),
            new LegendEntry("baseline", ChartStyle.GREY, ChartStyle.DASHED, 0)));
  }

  /** The wheel without a curve. */
  public static Drawing empty(int side) {
    return new PolarPlot(side, 0, 1, List.of());
  }
}
