package org.opponency.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Optional;
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
 */
public record Reference(String label, double value, Color colour, BasicStroke line) {
  /** A value of others, dashed. */
  public static Reference of(String label, double value) {
    return new Reference(label, value, ChartStyle.GREY, ChartStyle.DASHED);
  }

  /** The mean of the living networks without a retina, if there are any. */
  public static Optional<Reference> withoutRetina(ByWidth runs) {
    return runs.withoutRetina().means().stream()
        .filter(mean -> mean.runs() > 0)
        .map(mean -> withoutRetina(mean.runs(), mean.mean()))
        .findFirst();
  }

  private static Reference withoutRetina(long runs, double mean) {
    WidthStyle style = WidthStyle.of(BottleneckWidth.NO_RETINA);
    return new Reference(meanLabel(runs), mean, style.colour(), style.line());
  }

  /** What legends call the mean of the networks without a retina. */
  static String meanLabel(long runs) {
    return BottleneckWidth.name(BottleneckWidth.NO_RETINA) + ", mean of n = " + runs;
  }
}
