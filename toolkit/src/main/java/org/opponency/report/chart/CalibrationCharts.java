package org.opponency.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.Panel;
import org.opponency.report.draw.PanelGrid;
import org.opponency.report.draw.ValueAxis;
import org.opponency.study.results.ReliabilityPoint;
import org.opponency.study.results.ResponseRatePoint;

/** Lines over a share from 0 to 1, one a width: reliability and response rate accuracy. */
public final class CalibrationCharts {
  /** Fewer predictions do not make a point of a line. */
  public static final int FEW = 20;

  private static final int WIDTH = 470;
  private static final int HEIGHT = 300;

  private CalibrationCharts() {}

  public static PanelGrid reliability(List<ReliabilityPoint> points) {
    var known = points.stream().filter(point -> point.predictions() >= FEW).toList();
    XYChart chart = chart(ValueAxis.percent("accuracy"), DoubleStream.of(0, 1));
    XYSeries promise = chart.addSeries("promise", new double[] {0, 1}, new double[] {0, 1});
    promise.setMarker(SeriesMarkers.NONE);
    promise.setLineStyle(ChartStyle.DASHED).setLineColor(ChartStyle.GREY);
    Legend legend =
        addLines(
            chart,
            known,
            ReliabilityPoint::width,
            ReliabilityPoint::confidence,
            ReliabilityPoint::accuracy,
            true);
    addFew(chart, points);
    return grid(chart, "confidence (%)", "accuracy (%)", legend);
  }

  /** Hollow: what rests on too few predictions to be believed. */
  private static void addFew(XYChart chart, List<ReliabilityPoint> points) {
    var few = points.stream().filter(p -> p.predictions() > 0 && p.predictions() < FEW).toList();
    if (!few.isEmpty()) {
      XYSeries series =
          chart.addSeries(
              "few",
              few.stream().mapToDouble(ReliabilityPoint::confidence).toArray(),
              few.stream().mapToDouble(ReliabilityPoint::accuracy).toArray());
      series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
      series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(ChartStyle.GRID);
    }
  }

  public static PanelGrid responseRate(List<ResponseRatePoint> points) {
    XYChart chart =
        chart(
            ValueAxis.percent("accuracy"),
            points.stream().mapToDouble(ResponseRatePoint::accuracy));
    Legend legend =
        addLines(
            chart,
            points,
            ResponseRatePoint::width,
            ResponseRatePoint::rate,
            ResponseRatePoint::accuracy,
            false);
    return grid(chart, "share of the pictures answered (%)", "accuracy (%)", legend);
  }

  private static PanelGrid grid(XYChart chart, String xTitle, String yTitle, Legend legend) {
    return new PanelGrid(List.of(new Panel("", chart)), 1, xTitle, yTitle, legend);
  }

  private static XYChart chart(ValueAxis axis, DoubleStream values) {
    var chart = new XYChart(WIDTH, HEIGHT);
    ChartStyle.dress(chart);
    chart.getStyler().setXAxisMin(-0.02).setXAxisMax(1.02);
    chart.setCustomXAxisTickLabelsFormatter(x -> Long.toString(Math.round(100 * x)));
    axis.fit(chart, values);
    return chart;
  }

  private static <P> Legend addLines(
      XYChart chart,
      List<P> points,
      ToIntFunction<P> width,
      ToDoubleFunction<P> x,
      ToDoubleFunction<P> y,
      boolean dots) {
    var byWidth =
        points.stream()
            .collect(Collectors.groupingBy(width::applyAsInt, TreeMap::new, Collectors.toList()));
    var entries = new ArrayList<LegendEntry>();
    byWidth.forEach(
        (n, own) -> {
          WidthStyle style = WidthStyle.of(n);
          double[] places = own.stream().mapToDouble(x).toArray();
          double[] values = own.stream().mapToDouble(y).toArray();
          style.addLine(chart, places, values);
          if (dots) {
            style.addDots(chart, places, values);
          }
          entries.add(style.lineEntry());
        });
    return new Legend(entries);
  }
}
