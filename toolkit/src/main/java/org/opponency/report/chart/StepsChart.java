package org.opponency.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.opponency.evaluation.Interval;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.Panel;
import org.opponency.report.draw.PanelGrid;
import org.opponency.report.draw.ValueAxis;
import org.opponency.study.results.ColourStep;

/**
 * The colour experiment: what cells of width 1 do, over the share of luminance in the pixels'
 * variance; a panel a measure, a line a form of the pixels, with 95 % intervals.
 */
public final class StepsChart {
  private static final BasicStroke LINE = new BasicStroke(1.4f);
  private static final BasicStroke BAR = new BasicStroke(0.9f);
  private static final int WIDTH = 300;
  private static final int HEIGHT = 300;
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
            panel("crosses its baseline", ColourStep::crosses, ColourStep::crossesInterval),
            panel("baseline above zero", ColourStep::positive, ColourStep::positiveInterval),
            panel("weight of luminance", ColourStep::weight, ColourStep::weightInterval));
    return new PanelGrid(
        panels,
        panels.size(),
        "share of luminance in the variance of pixels (%)",
        "share of cells; of the field's energy (%)",
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
      addBars(chart, own, interval);
      addLine(chart, own, value);
    }
    return new Panel(heading, chart);
  }

  private static void addLine(
      XYChart chart, List<ColourStep> own, ToDoubleFunction<ColourStep> value) {
    var known = own.stream().filter(s -> Double.isFinite(value.applyAsDouble(s))).toList();
    if (known.isEmpty()) {
      return;
    }
    XYSeries series =
        chart.addSeries(
            label(known.get(0)), places(known), known.stream().mapToDouble(value).toArray());
    series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(colour(known.get(0)));
    series.setLineStyle(LINE).setLineColor(colour(known.get(0)));
  }

  /** Intervals of shares are not the same above and below, which XChart's own bars are. */
  private static void addBars(
      XYChart chart, List<ColourStep> own, Function<ColourStep, Interval> interval) {
    for (ColourStep step : own) {
      Interval bar = interval.apply(step);
      if (Double.isFinite(bar.low())) {
        double place = places(List.of(step))[0];
        double[] ends = {Math.max(0, bar.low()), Math.min(1, bar.high())};
        XYSeries series =
            chart.addSeries(label(step) + " " + step.step(), new double[] {place, place}, ends);
        series.setMarker(SeriesMarkers.NONE).setLineStyle(BAR).setLineColor(colour(step));
      }
    }
  }

  private static double[] places(List<ColourStep> own) {
    return own.stream()
        .mapToDouble(s -> 100 * (s.luminanceShare() + (s.normalised() ? -BESIDE : BESIDE)))
        .toArray();
  }

  private Legend legend() {
    return new Legend(
        Stream.of(true, false)
            .flatMap(form -> steps.stream().filter(s -> s.normalised() == form).limit(1))
            .map(step -> new LegendEntry(label(step), colour(step), LINE, 7))
            .toList());
  }

  private static String label(ColourStep step) {
    return step.normalised() ? "pixels normalised" : "pixels in [0, 1]";
  }

  private static Color colour(ColourStep step) {
    return ChartStyle.SERIES.get(step.normalised() ? 0 : 1);
  }
}
