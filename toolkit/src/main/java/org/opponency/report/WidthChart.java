package org.opponency.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A measure against bottleneck width: the mean and standard deviation of the runs, each run as a
 * faint dot beside it, the number of runs n below it. Widths stand at equal distances, smallest
 * left.
 */
final class WidthChart {
  private static final Color COLOUR = ChartStyle.SERIES.get(0);
  private static final BasicStroke TREND = new BasicStroke(1.2f);
  private static final int WIDTH = 640;
  private static final int HEIGHT = 340;
  private static final double SPREAD = 0.08;
  private static final double BESIDE = 0.14;
  private static final String MEAN = "mean ± s.d.";
  private static final String SINGLE = "single runs";
  private static final String DEAD = "dead bottleneck, not in the mean";

  private final TreeMap<Integer, List<WidthRun>> runsByWidth;
  private final ValueAxis axis;
  private final Optional<Reference> reference;

  WidthChart(List<WidthRun> runs, ValueAxis axis, Optional<Reference> reference) {
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("Expected at least one run to draw, got none");
    }
    runsByWidth =
        runs.stream()
            .collect(Collectors.groupingBy(WidthRun::width, TreeMap::new, Collectors.toList()));
    this.axis = axis;
    this.reference = reference;
  }

  /** The points drawn, smallest width first. */
  List<WidthSummary> summaries() {
    var summaries = new ArrayList<WidthSummary>();
    runsByWidth.forEach((width, runs) -> summaries.add(WidthSummary.of(width, runs)));
    return summaries;
  }

  PanelGrid grid() {
    return new PanelGrid(
        List.of(new Panel("", chart())),
        1,
        "bottleneck width (channels)",
        axis.fullTitle(),
        legend());
  }

  private XYChart chart() {
    var chart = new XYChart(WIDTH, HEIGHT);
    ChartStyle.dress(chart);
    fitAxes(chart);
    reference.ifPresent(r -> addReference(chart, r));
    addRuns(chart, SINGLE, false, SeriesMarkers.CIRCLE, ChartStyle.faint(COLOUR));
    addRuns(chart, DEAD, true, SeriesMarkers.CIRCLE, ChartStyle.SERIES.get(1));
    addMeans(chart);
    addCounts(chart);
    return chart;
  }

  private void fitAxes(XYChart chart) {
    places().fit(chart);
    axis.fit(
        chart, DoubleStream.concat(values(), summaries().stream().flatMapToDouble(this::ends)));
  }

  private CategoryAxis places() {
    return new CategoryAxis(runsByWidth.keySet().stream().map(String::valueOf).toList());
  }

  private DoubleStream values() {
    var runs = runsByWidth.values().stream().flatMap(List::stream).mapToDouble(WidthRun::value);
    return DoubleStream.concat(runs, reference.stream().mapToDouble(Reference::value));
  }

  private DoubleStream ends(WidthSummary summary) {
    return DoubleStream.of(
        summary.mean() - summary.deviation(), summary.mean() + summary.deviation());
  }

  private void addReference(XYChart chart, Reference line) {
    double[] ends = {places().leftEnd(), places().rightEnd()};
    XYSeries series =
        chart.addSeries(line.label(), ends, new double[] {line.value(), line.value()});
    series.setMarker(SeriesMarkers.NONE);
    series.setLineStyle(ChartStyle.DASHED).setLineColor(ChartStyle.GREY);
  }

  private void addRuns(XYChart chart, String name, boolean dead, Marker marker, Color colour) {
    var x = DoubleStream.builder();
    var y = DoubleStream.builder();
    int place = 0;
    for (List<WidthRun> runs : runsByWidth.values()) {
      for (int i = 0; i < runs.size(); i++) {
        if (runs.get(i).dead() == dead) {
          x.add(place + BESIDE + i * Math.min(SPREAD, 0.5 / runs.size()));
          y.add(runs.get(i).value());
        }
      }
      place++;
    }
    double[] places = x.build().toArray();
    if (places.length > 0) {
      XYSeries series = chart.addSeries(name, places, y.build().toArray());
      series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
      series.setMarker(marker).setMarkerColor(colour);
    }
  }

  private void addMeans(XYChart chart) {
    var summaries = summaries();
    double[] places = IntStream.range(0, summaries.size()).asDoubleStream().toArray();
    double[] means = summaries.stream().mapToDouble(WidthSummary::mean).toArray();
    double[] deviations = summaries.stream().mapToDouble(WidthChart::bar).toArray();
    XYSeries series = chart.addSeries(MEAN, places, means, deviations);
    series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(COLOUR);
    series.setLineStyle(TREND).setLineColor(COLOUR);
  }

  /** XChart would draw NaN; a bar of no length hides behind its point. */
  private static double bar(WidthSummary summary) {
    return Double.isNaN(summary.deviation()) ? 0 : summary.deviation();
  }

  private void addCounts(XYChart chart) {
    double low = chart.getStyler().getYAxisMin();
    double y = low + 0.03 * (chart.getStyler().getYAxisMax() - low);
    int place = 0;
    for (WidthSummary summary : summaries()) {
      chart.addAnnotation(new AnnotationText("n = " + summary.runs(), place++, y, false));
    }
  }

  private boolean anyDead() {
    return runsByWidth.values().stream().flatMap(List::stream).anyMatch(WidthRun::dead);
  }

  private Legend legend() {
    var entries = new ArrayList<LegendEntry>();
    entries.add(new LegendEntry(MEAN + " of n runs", COLOUR, TREND, 7));
    entries.add(new LegendEntry(SINGLE, ChartStyle.faint(COLOUR), null, 7));
    if (anyDead()) {
      entries.add(new LegendEntry(DEAD, ChartStyle.SERIES.get(1), null, 7));
    }
    reference.ifPresent(
        r -> entries.add(new LegendEntry(r.label(), ChartStyle.GREY, ChartStyle.DASHED, 0)));
    return new Legend(entries);
  }
}
