package org.opponency.report.draw;

import static org.opponency.io.Text.format;

import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;

/**
 * What a y axis shows.
 *
 * @param title what is measured, without a unit
 * @param percent whether values are fractions in [0, 1], shown as percent
 */
public record ValueAxis(String title, boolean percent) {
  private static final double NEAR = 0.02;
  private static final double ROOM = 0.08;

  /** An axis of fractions, shown as percent. */
  public static ValueAxis percent(String title) {
    return new ValueAxis(title, true);
  }

  /** An axis of plain numbers. */
  public static ValueAxis number(String title) {
    return new ValueAxis(title, false);
  }

  /** The title with its unit. */
  public String fullTitle() {
    return percent ? title + " (%)" : title;
  }

  /** Makes the axis span the values with room around them; fractions stay in [0, 1]. */
  public void fit(XYChart chart, DoubleStream values) {
    var statistics = values.filter(Double::isFinite).summaryStatistics();
    if (statistics.getCount() == 0) {
      throw new IllegalArgumentException(format("Expected finite values of %s, got none", title));
    }
    double span = statistics.getMax() - statistics.getMin();
    double room = span > 0 ? 0.12 * span : Math.max(0.05, 0.1 * Math.abs(statistics.getMax()));
    double low = statistics.getMin() - room;
    double high = statistics.getMax() + room;
    chart.getStyler().setYAxisMin(percent ? Math.max(-end(statistics.getMin()), low) : low);
    chart
        .getStyler()
        .setYAxisMax(percent ? Math.min(1 + end(1 - statistics.getMax()), high) : high);
    String format = "%." + decimals((percent ? 100 : 1) * (high - low)) + "f";
    chart.setCustomYAxisTickLabelsFormatter(value -> format(format, percent ? 100 * value : value));
  }

  /** Room beyond 0 or 1 for the half of a marker that would be cut off there. */
  private static double end(double distance) {
    return distance < NEAR ? ROOM : 0;
  }

  /** Enough to tell a tenth of the span apart, and the same for all ticks. */
  private static int decimals(double span) {
    return Math.max(0, (int) Math.ceil(-Math.log10(span / 10)));
  }
}
