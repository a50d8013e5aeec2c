package org.opponency.report.chart;

import static org.opponency.io.Text.format;

import java.awt.BasicStroke;
import java.awt.Color;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.evaluation.ByWidth;
import org.opponency.report.draw.ChartStyle;

/**
 * A value to compare with, drawn as a line from end to end.
 *
 * @param label what it is, such as {@code torchvision ResNet-50}
 * @param value in the axis's unit; a fraction where the axis shows percent
 * @param colour of the line
 * @param line of the line
 * @param within whether the axis reaches it; else it is only named at the top
 */
public record Reference(
    String label, double value, Color colour, BasicStroke line, boolean within) {
  private static final BasicStroke DOTTED =
      new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2, 3}, 0);

  /** A value of others, dashed. */
  public static Reference of(String label, double value) {
    return new Reference(label, value, ChartStyle.GREY, ChartStyle.DASHED, true);
  }

  /** What guessing gives, dotted. */
  public static Reference chance(double value) {
    var percent = new BigDecimal(100 * value).round(new MathContext(3)).stripTrailingZeros();
    return new Reference(
        "chance (" + percent.toPlainString() + " %)", value, ChartStyle.INK, DOTTED, true);
  }

  /** A fraction too far above all others to be drawn to scale. */
  public static Reference above(String label, double value) {
    return new Reference(
        format("%s: %.1f %%", label, 100 * value), value, ChartStyle.GREY, DOTTED, false);
  }

  /** The mean of the living networks without a retina, if there are any. */
  public static List<Reference> withoutRetina(ByWidth runs) {
    return runs.withoutRetina().means().stream()
        .filter(mean -> mean.runs() > 0)
        .limit(1)
        .map(mean -> withoutRetina(mean.runs(), mean.mean()))
        .toList();
  }

  private static Reference withoutRetina(long runs, double mean) {
    WidthStyle style = WidthStyle.of(BottleneckWidth.NO_RETINA);
    return new Reference(meanLabel(runs), mean, style.colour(), style.line(), true);
  }

  /** What legends call the mean of the networks without a retina. */
  static String meanLabel(long runs) {
    return BottleneckWidth.name(BottleneckWidth.NO_RETINA) + ", mean of n = " + runs;
  }
}
