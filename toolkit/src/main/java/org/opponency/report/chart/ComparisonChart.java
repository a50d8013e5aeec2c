package org.opponency.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.opponency.attacks.AccuracyUnderAttack;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.WidthMean;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.EpsilonAxis;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.Panel;
import org.opponency.report.draw.PanelGrid;
import org.opponency.report.draw.ValueAxis;
import org.opponency.study.results.RobustnessResults;

/** Ours and the published accuracy against epsilon: a panel a width, two lines in each. */
public final class ComparisonChart {
  private static final int COLUMNS = 3;
  private static final int WIDTH = 205;
  private static final int HEIGHT = 165;
  private static final int TINT = 45;
  private static final Color OURS = ChartStyle.SERIES.get(0);
  private static final Color PUBLISHED = ChartStyle.SERIES.get(1);
  private static final BasicStroke SOLID = new BasicStroke(1.8f);
  private static final BasicStroke DASHED =
      new BasicStroke(
          1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {6, 3}, 0);

  private final SortedMap<Double, ByWidth> ours;
  private final SortedMap<Double, ByWidth> published;
  private final EpsilonAxis epsilons;
  private final ValueAxis accuracy = ValueAxis.percent("robust accuracy");

  /** The lines of both, up to {@link RobustnessChart#LARGEST}. */
  public ComparisonChart(
      List<Measured<AccuracyUnderAttack>> ours, List<Measured<AccuracyUnderAttack>> published) {
    this.ours = RobustnessResults.byEpsilon(drawn(ours));
    this.published = RobustnessResults.byEpsilon(drawn(published));
    var all = new TreeSet<>(this.ours.keySet());
    all.addAll(this.published.keySet());
    epsilons = EpsilonAxis.of(all);
  }

  private static List<Measured<AccuracyUnderAttack>> drawn(
      List<Measured<AccuracyUnderAttack>> rows) {
    return rows.stream().filter(r -> r.value().epsilon() <= RobustnessChart.LARGEST).toList();
  }

  /** A panel for each width of either. */
  public PanelGrid grid() {
    var widths = new TreeSet<Integer>();
    ours.values().forEach(runs -> add(widths, runs.widths()));
    published.values().forEach(runs -> add(widths, runs.widths()));
    List<Panel> panels = new ArrayList<>();
    widths.forEach(width -> panels.add(new Panel(BottleneckWidth.name(width), chart(width))));
    return new PanelGrid(
        panels,
        Math.min(COLUMNS, panels.size()),
        "largest perturbation ε (L∞, pixels in [0, 1])",
        accuracy.fullTitle(),
        legend());
  }

  private static void add(TreeSet<Integer> widths, int[] more) {
    for (int width : more) {
      widths.add(width);
    }
  }

  private XYChart chart(int width) {
    var chart = new XYChart(WIDTH, HEIGHT);
    ChartStyle.dress(chart);
    accuracy.fit(chart, DoubleStream.of(0, most()));
    epsilons.fit(chart);
    List<RobustnessCurve.Point> mine = points(ours, width);
    List<RobustnessCurve.Point> theirs = points(published, width);
    band(chart, "published band", theirs, PUBLISHED);
    band(chart, "ours band", mine, OURS);
    line(chart, "published", theirs, PUBLISHED, DASHED, 0.06);
    line(chart, "ours", mine, OURS, SOLID, -0.06);
    return chart;
  }

  private double most() {
    return Stream.of(ours, published)
        .flatMap(each -> each.values().stream())
        .flatMap(runs -> runs.means().stream())
        .filter(mean -> mean.runs() > 0)
        .mapToDouble(mean -> accuracy.within(mean.mean() + mean.spread()))
        .max()
        .orElse(1);
  }

  private static List<RobustnessCurve.Point> points(
      SortedMap<Double, ByWidth> byEpsilon, int width) {
    var points = new TreeMap<Double, WidthMean>();
    byEpsilon.forEach((epsilon, runs) -> points.put(epsilon, runs.at(width)));
    return points.entrySet().stream()
        .filter(point -> point.getValue().runs() > 0)
        .map(point -> new RobustnessCurve.Point(point.getKey(), point.getValue()))
        .toList();
  }

  private void band(XYChart chart, String name, List<RobustnessCurve.Point> all, Color colour) {
    RobustnessCurve.band(chart, epsilons, name, all, colour, TINT);
  }

  private void line(
      XYChart chart,
      String name,
      List<RobustnessCurve.Point> all,
      Color colour,
      BasicStroke stroke,
      double beside) {
    var line = all.stream().filter(point -> point.epsilon() > 0).toList();
    if (!line.isEmpty()) {
      XYSeries series =
          chart.addSeries(
              name,
              line.stream().mapToDouble(p -> epsilons.place(p.epsilon())).toArray(),
              line.stream().mapToDouble(p -> p.accuracy().mean()).toArray());
      series.setMarker(SeriesMarkers.NONE);
      series.setLineStyle(stroke).setLineColor(colour);
    }
    all.stream()
        .filter(point -> point.epsilon() == 0)
        .forEach(
            point -> {
              XYSeries dot =
                  chart.addSeries(
                      name + " at 0",
                      new double[] {epsilons.place(0) + beside},
                      new double[] {point.accuracy().mean()});
              dot.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
              dot.setMarker(beside < 0 ? SeriesMarkers.CIRCLE : SeriesMarkers.SQUARE);
              dot.setMarkerColor(colour);
            });
  }

  private static Legend legend() {
    return new Legend(
        List.of(
            new LegendEntry("ours, mean ± s.d. of the runs", OURS, SOLID, 0),
            new LegendEntry("published, mean ± s.d. of the runs", PUBLISHED, DASHED, 0)));
  }
}
