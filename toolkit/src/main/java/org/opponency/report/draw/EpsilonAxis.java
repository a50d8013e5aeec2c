package org.opponency.report.draw;

import java.awt.BasicStroke;
import java.math.BigDecimal;
import java.util.Collection;
import org.knowm.xchart.XYChart;

/**
 * An axis of epsilons: logarithmic, and 0, which has no logarithm, a decade further left behind a
 * mark that breaks the axis.
 *
 * @param zero where 0 stands
 * @param hasZero whether it is shown
 * @param last the right end, a power of ten
 */
public record EpsilonAxis(int zero, boolean hasZero, int last) {
  private static final double MARGIN = 0.3;
  private static final double BREAK = 0.55;
  private static final double SLANT = 0.05;
  private static final BasicStroke THIN = new BasicStroke(1.2f);

  public static EpsilonAxis of(Collection<Double> epsilons) {
    double least = epsilons.stream().filter(e -> e > 0).mapToDouble(e -> e).min().orElse(1);
    double most = epsilons.stream().mapToDouble(e -> e).max().orElse(1);
    int zero = (int) Math.ceil(Math.log10(least) - 1e-9) - 1;
    int last = (int) Math.ceil(Math.log10(Math.max(most, least)) - 1e-9);
    return new EpsilonAxis(zero, epsilons.contains(0.0), Math.max(last, zero + 1));
  }

  /** Where an epsilon stands. */
  public double place(double epsilon) {
    return epsilon == 0 ? zero : Math.log10(epsilon);
  }

  /** Sets range and labels, and marks the break; the y axis must be set before. */
  public void fit(XYChart chart) {
    double low = (hasZero ? zero : zero + 0.5) - MARGIN;
    chart.getStyler().setXAxisMin(low).setXAxisMax(last + MARGIN);
    // One tick a decade: XChart rounds this hint to a step of 1.
    int hint = (int) (0.75 * chart.getWidth() / (last + MARGIN - low));
    chart.getStyler().setXAxisTickMarkSpacingHint(hint);
    chart.setCustomXAxisTickLabelsFormatter(this::label);
    if (hasZero) {
      slash(chart, "break left", zero + BREAK - 0.05);
      slash(chart, "break right", zero + BREAK + 0.05);
    }
  }

  private String label(double place) {
    int power = (int) Math.round(place);
    return power == zero && hasZero ? "0" : BigDecimal.ONE.scaleByPowerOfTen(power).toPlainString();
  }

  private static void slash(XYChart chart, String name, double place) {
    double low = chart.getStyler().getYAxisMin();
    double high = low + 0.05 * (chart.getStyler().getYAxisMax() - low);
    Plot.line(chart, name, place - SLANT, low, place + SLANT, high, THIN, ChartStyle.GREY);
  }
}
