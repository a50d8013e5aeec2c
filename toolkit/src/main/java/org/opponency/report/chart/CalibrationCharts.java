package org.opponency.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.Mark;
import org.opponency.report.draw.Panel;
import org.opponency.report.draw.PanelGrid;
import org.opponency.report.draw.Plot;
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
    Plot.line(chart, "promise", 0, 0, 1, 1, ChartStyle.DASHED, ChartStyle.GREY);
    List<LegendEntry> entries =
        addLines(
            chart,
            known,
            ReliabilityPoint::width,
            ReliabilityPoint::confidence,
            ReliabilityPoint::accuracy,
            true);
    entries.add(new LegendEntry("as sure as right", ChartStyle.GREY, ChartStyle.DASHED, 0));
    if (addFew(chart, points)) {
      entries.add(new LegendEntry("fewer than " + FEW, ChartStyle.PALE, null, 7, Mark.DIAMOND));
    }
    return grid(chart, "confidence (%)", entries);
  }

  /** What rests on too few predictions to be believed, if there is any. */
  private static boolean addFew(XYChart chart, List<ReliabilityPoint> points) {
    var few = points.stream().filter(p -> p.predictions() > 0 && p.predictions() < FEW).toList();
    if (!few.isEmpty()) {
      Plot.dots(
          chart,
          "few",
          few.stream().mapToDouble(ReliabilityPoint::confidence).toArray(),
          few.stream().mapToDouble(ReliabilityPoint::accuracy).toArray(),
          Mark.DIAMOND,
          ChartStyle.PALE);
    }
    return !few.isEmpty();
  }

  public static PanelGrid responseRate(List<ResponseRatePoint> points) {
    XYChart chart =
        chart(
            ValueAxis.percent("accuracy"),
            points.stream().mapToDouble(ResponseRatePoint::accuracy));
    List<LegendEntry> entries =
        addLines(
            chart,
            points,
            ResponseRatePoint::width,
            ResponseRatePoint::rate,
            ResponseRatePoint::accuracy,
            false);
    return grid(chart, "share of the pictures answered (%)", entries);
  }

  private static PanelGrid grid(XYChart chart, String xTitle, List<LegendEntry> entries) {
    var panel = new Panel("", chart);
    return new PanelGrid(List.of(panel), 1, xTitle, "accuracy (%)", new Legend(entries));
  }

  private static XYChart chart(ValueAxis axis, DoubleStream values) {
    var chart = new XYChart(WIDTH, HEIGHT);
    ChartStyle.dress(chart);
    chart.getStyler().setXAxisMin(-0.02).setXAxisMax(1.02);
    chart.setCustomXAxisTickLabelsFormatter(x -> Long.toString(Math.round(100 * x)));
    axis.fit(chart, values);
    return chart;
  }

  private static <P> List<LegendEntry> addLines(
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
    return entries;
  }
}
