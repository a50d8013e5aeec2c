package org.opponency.report.draw;

import static org.opponency.io.Text.format;

import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;

/**
 * What a y axis shows.
 *
 * @param title what is measured, without a unit
 * @param percent whether values are fractions in [0, 1], shown as percent
 * @param least smallest value there can be
 * @param most largest value there can be
 */
public record ValueAxis(String title, boolean percent, double least, double most) {
  private static final double NEAR = 0.02;
  private static final double ROOM = 0.08;
  private static final double ROUNDING = 1e-9;

  /** Where two strokes mark an axis that does not begin at zero there is no room for a number. */
  private static final double FOOT = 0.06;

  /** An axis of fractions, shown as percent. */
  public static ValueAxis percent(String title) {
    return new ValueAxis(title, true, 0, 1);
  }

  /** An axis of plain numbers. */
  public static ValueAxis number(String title) {
    return new ValueAxis(title, false, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** An axis of numbers that are never below 0. */
  public static ValueAxis positive(String title) {
    return new ValueAxis(title, false, 0, Double.POSITIVE_INFINITY);
  }

  /** The title with its unit. */
  public String fullTitle() {
    return percent ? title + " (%)" : title;
  }

  /** The nearest value that there can be: where bars and bands end. */
  public double within(double value) {
    return Math.min(most, Math.max(least, value));
  }

  /**
   * The part of an axis that is drawn.
   *
   * @param low its lower end
   * @param high its upper end
   */
  public record Range(double low, double high) {
    /** How far it reaches. */
    public double span() {
      return high - low;
    }

    /** The same upper end, so far above the lower one. */
    public Range lowered(double span) {
      return new Range(high - span, high);
    }
  }

  /** The values with room around them; no more of what cannot be than half a marker. */
  public Range range(DoubleStream values) {
    var statistics = values.filter(Double::isFinite).summaryStatistics();
    if (statistics.getCount() == 0) {
      throw new IllegalArgumentException(format("Expected finite values of %s, got none", title));
    }
    return range(statistics);
  }

  private Range range(DoubleSummaryStatistics values) {
    double span = values.getMax() - values.getMin();
    double room = span > 0 ? 0.12 * span : Math.max(0.05, 0.1 * Math.abs(values.getMax()));
    return new Range(
        Math.max(least - end(values.getMin() - least), values.getMin() - room),
        Math.min(most + end(most - values.getMax()), values.getMax() + room));
  }

  /** Room beyond an end for the half of a marker that would be cut off there. */
  private static double end(double distance) {
    return distance < NEAR ? ROOM : 0;
  }

  /** A range widened to a span, about its middle where the quantity goes on at both ends. */
  public Range widened(Range range, double span) {
    double missing = Math.max(0, span - range.span());
    double floor = Math.min(range.low(), least);
    double low = Math.max(floor, range.low() - missing / 2);
    double high = Math.min(Math.max(range.high(), most), low + range.span() + missing);
    return new Range(Math.max(floor, Math.min(low, high - range.span() - missing)), high);
  }

  /** Makes the axis span the values with room around them; fractions stay in [0, 1]. */
  public void fit(XYChart chart, DoubleStream values) {
    fit(chart, range(values));
  }

  /** Makes the axis span a range. */
  public void fit(XYChart chart, Range range) {
    chart.getStyler().setYAxisMin(range.low()).setYAxisMax(range.high());
    String format = "%." + decimals((percent ? 100 : 1) * range.span()) + "f";
    double foot = range.low() > 0 ? range.low() + FOOT * range.span() : range.low();
    chart.setCustomYAxisTickLabelsFormatter(value -> value < foot ? "   " : label(format, value));
  }

  /** Room beyond what there can be, for markers and notes, has no numbers. */
  private String label(String format, double value) {
    if (value < least - ROUNDING || value > most + ROUNDING) {
      return value < least ? " " : "  ";
    }
    return format(format, percent ? 100 * value : value);
  }

  /** Enough to tell a tenth of the span apart, and the same for all ticks. */
  private static int decimals(double span) {
    return Math.max(0, (int) Math.ceil(-Math.log10(span / 10)));
  }
}
