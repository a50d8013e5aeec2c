package org.opponency.report.chart;

import java.awt.BasicStroke;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.opponency.evaluation.Interval;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.Mark;
import org.opponency.report.draw.Panel;
import org.opponency.report.draw.PanelGrid;
import org.opponency.report.draw.ValueAxis;
import org.opponency.study.results.ColourStep;

/**
 * The colour experiment: what cells of width 1 do, over the share of luminance in the pixels'
 * variance; a panel a measure, a line a form of the pixels, with 95 % intervals.
 */
public final class StepsChart {
  private static final int WIDTH = 205;
  private static final int HEIGHT = 220;
  private static final double ROOM = 0.03;

  /** So that the bars of the two lines do not hide each other. */
  private static final double BESIDE = 0.002;

  private final List<ColourStep> steps;

  public StepsChart(List<ColourStep> steps) {
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("Expected at least one step to draw, got none");
    }
    this.steps = steps;
  }

  public PanelGrid grid() {
    List<Panel> panels =
        List.of(
            panel("cells that cross", ColourStep::crosses, ColourStep::crossesInterval),
            panel("cells, baseline > 0", ColourStep::positive, ColourStep::positiveInterval),
            panel("energy on the grey axis", ColourStep::weight, ColourStep::weightInterval));
    return new PanelGrid(
        panels,
        panels.size(),
        "share of the grey axis in the variance of pixels (%)",
        "share (%)",
        legend());
  }

  private Panel panel(
      String heading, ToDoubleFunction<ColourStep> value, Function<ColourStep, Interval> interval) {
    var chart = new XYChart(WIDTH, HEIGHT);
    ChartStyle.dress(chart);
    double[] places = steps.stream().mapToDouble(s -> 100 * s.luminanceShare()).toArray();
    chart.getStyler().setXAxisMin(DoubleStream.of(places).min().orElseThrow() - 100 * ROOM);
    chart.getStyler().setXAxisMax(DoubleStream.of(places).max().orElseThrow() + 100 * ROOM);
    chart.getStyler().setXAxisDecimalPattern("#");
    ValueAxis.percent(heading).fit(chart, DoubleStream.of(0, 1));
    for (boolean normalised : new boolean[] {true, false}) {
      var own = steps.stream().filter(step -> step.normalised() == normalised).toList();
      line(normalised)
          .add(
              chart,
              places(own),
              own.stream().mapToDouble(value).toArray(),
              own.stream().map(interval).toList());
    }
    return new Panel(heading, chart);
  }

  private static double[] places(List<ColourStep> own) {
    return own.stream()
        .mapToDouble(s -> 100 * (s.luminanceShare() + (s.normalised() ? -BESIDE : BESIDE)))
        .toArray();
  }

  private Legend legend() {
    return new Legend(
        Stream.of(true, false)
            .filter(form -> steps.stream().anyMatch(step -> step.normalised() == form))
            .map(form -> line(form).entry())
            .toList());
  }

  private static IntervalLine line(boolean normalised) {
    return normalised
        ? new IntervalLine(
            "pixels normalised", ChartStyle.SERIES.get(0), new BasicStroke(1.8f), Mark.CIRCLE)
        : new IntervalLine(
            "pixels in [0, 1]", ChartStyle.SERIES.get(1), ChartStyle.LONG_DASHES, Mark.SQUARE);
  }
}
