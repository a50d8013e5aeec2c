package org.opponency.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.knowm.xchart.XYChart;
import org.opponency.report.draw.CategoryAxis;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.Mark;
import org.opponency.report.draw.Panel;
import org.opponency.report.draw.PanelGrid;
import org.opponency.report.draw.Plot;
import org.opponency.report.draw.ValueAxis;

/**
 * One property of cells by bottleneck width: a dot a cell, those of each width in order, trained
 * networks at the left of each place and random ones at the right, a bar across at the median.
 * Cells that do not have the property are left out.
 *
 * @param width of the chart in points
 * @param height of the chart
 * @param axis what is shown, and where it ends
 * @param medians whether there are bars; what goes round, such as orientation, has none
 * @param places labels of the x axis
 * @param trained cells of each place
 * @param random cells of each place before training
 */
public record CellDots(
    int width,
    int height,
    ValueAxis axis,
    boolean medians,
    List<String> places,
    List<double[]> trained,
    List<double[]> random) {
  private static final double HALF = 0.4;
  private static final double GAP = 0.05;
  private static final Color TRAINED = ChartStyle.SERIES.get(0);
  private static final Color RANDOM = ChartStyle.PALE;
  private static final BasicStroke MEDIAN = new BasicStroke(2f);

  /** The chart without words around it. */
  public Drawing drawing() {
    var chart = new XYChart(width, height);
    ChartStyle.dress(chart);
    chart.getStyler().setMarkerSize(3);
    new CategoryAxis(places).fit(chart);
    axis.fit(chart, range());
    add(chart, "random", random, GAP, RANDOM, ChartStyle.GREY);
    add(chart, "trained", trained, -HALF, TRAINED, ChartStyle.INK);
    return new PanelGrid(
        List.of(new Panel("", chart)), 1, WidthStyle.AXIS, axis.fullTitle(), new Legend(List.of()));
  }

  private ValueAxis.Range range() {
    double[] all =
        DoubleStream.concat(values(trained), values(random)).filter(Double::isFinite).toArray();
    return axis.range(all.length == 0 ? DoubleStream.of(0, 1) : DoubleStream.of(all));
  }

  private static DoubleStream values(List<double[]> places) {
    return places.stream().flatMapToDouble(DoubleStream::of);
  }

  private void add(
      XYChart chart, String name, List<double[]> all, double left, Color dots, Color median) {
    List<double[]> points = new ArrayList<>();
    for (int place = 0; place < all.size(); place++) {
      double[] own = DoubleStream.of(all.get(place)).filter(Double::isFinite).sorted().toArray();
      double first = place + left;
      double step = (HALF - GAP) / Math.max(1, own.length);
      IntStream.range(0, own.length)
          .forEach(i -> points.add(new double[] {first + (i + 0.5) * step, own[i]}));
      if (medians) {
        addMedian(chart, name + place, own, first, median);
      }
    }
    if (!points.isEmpty()) {
      Plot.dots(
          chart,
          name,
          points.stream().mapToDouble(point -> point[0]).toArray(),
          points.stream().mapToDouble(point -> point[1]).toArray(),
          Mark.CIRCLE,
          dots);
    }
  }

  private static void addMedian(
      XYChart chart, String name, double[] own, double first, Color colour) {
    if (own.length > 0) {
      double median = new Median().evaluate(own);
      double last = first + HALF - GAP;
      Plot.line(chart, name + " median", first, median, last, median, MEDIAN, colour);
    }
  }

  /** What stands for what. */
  public static Legend legend() {
    return new Legend(
        List.of(
            new LegendEntry("a cell of a trained network", TRAINED, null, 6),
            new LegendEntry("a cell with random weights", RANDOM, null, 6),
            new LegendEntry("median, trained", ChartStyle.INK, MEDIAN, 0),
            new LegendEntry("median, random", ChartStyle.GREY, MEDIAN, 0)));
  }
}
