package org.opponency.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.WidthMean;
import org.opponency.report.draw.CategoryAxis;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.Panel;
import org.opponency.report.draw.PanelGrid;
import org.opponency.report.draw.ValueAxis;

/**
 * A measure against bottleneck width: the mean and standard deviation of the runs, each run as a
 * faint dot beside it, the number of runs n below it. Widths stand at equal distances, smallest
 * left.
 */
public final class WidthChart {
  private static final BasicStroke TREND = new BasicStroke(1.2f);
  private static final int HEIGHT = 340;
  private static final int HALF = 400;
  private static final int THIRD = 300;
  private static final Color TOGETHER = ChartStyle.SERIES.get(0);
  private static final double SPREAD = 0.08;
  private static final double BESIDE = 0.14;
  private static final Color DEAD_COLOUR = ChartStyle.SERIES.get(3);
  private static final String MEAN = "mean ± s.d.";
  private static final String SINGLE = "single runs";
  private static final String DEAD = "dead bottleneck, not in the mean";

  private final ByWidth runs;
  private final List<WidthMean> means;
  private final ValueAxis axis;
  private final Optional<Reference> reference;
  private final Color colour;
  private final int width;

  private WidthChart(
      ByWidth runs, ValueAxis axis, Optional<Reference> reference, Color colour, int width) {
    if (runs.rows().isEmpty()) {
      throw new IllegalArgumentException("Expected at least one run to draw, got none");
    }
    this.runs = runs;
    means = runs.means();
    this.axis = axis;
    this.reference = reference;
    this.colour = colour;
    this.width = width;
  }

  /** A chart that stands alone. */
  public static PanelGrid alone(ByWidth runs, ValueAxis axis, Optional<Reference> reference) {
    var chart = new WidthChart(runs, axis, reference, ChartStyle.SERIES.get(0), 640);
    return chart.grid(List.of(new Panel("", chart.chart(DoubleStream.empty()))), chart.legend());
  }

  /**
   * Our runs at the left and published ones at the right, in another colour.
   *
   * @param sameData whether both are of the same data and share the range of their y axes
   * @param headings of both panels
   */
  public static PanelGrid beside(
      ByWidth ours,
      ByWidth published,
      ValueAxis axis,
      Optional<Reference> reference,
      boolean sameData,
      List<String> headings) {
    var left = new WidthChart(ours, axis, reference, ChartStyle.SERIES.get(0), HALF);
    var right = new WidthChart(published, axis, Optional.empty(), ChartStyle.SERIES.get(1), HALF);
    var entries = new ArrayList<>(left.legend("ours: ").entries());
    entries.addAll(right.legend("published: ").entries());
    var panels =
        List.of(
            new Panel(headings.get(0), left.chart(sameData ? right.span() : DoubleStream.empty())),
            new Panel(headings.get(1), right.chart(sameData ? left.span() : DoubleStream.empty())));
    return left.grid(panels, new Legend(entries));
  }

  /**
   * Several measures of the same networks, a panel each, headed by the measure's name; all panels
   * share the range of their y axes.
   */
  public static PanelGrid together(List<ByWidth> measures, ValueAxis axis, Reference reference) {
    List<WidthChart> charts =
        measures.stream()
            .map(one -> new WidthChart(one, axis, Optional.of(reference), TOGETHER, THIRD))
            .toList();
    List<Panel> panels = new ArrayList<>();
    for (int i = 0; i < charts.size(); i++) {
      DoubleStream all = charts.stream().flatMapToDouble(WidthChart::span);
      panels.add(new Panel(measures.get(i).measure(), charts.get(i).chart(all)));
    }
    return charts.get(0).grid(panels, charts.get(0).legend());
  }

  private PanelGrid grid(List<Panel> panels, Legend legend) {
    return new PanelGrid(
        panels, panels.size(), "bottleneck width (channels)", axis.fullTitle(), legend);
  }

  /** The chart; its y axis spans other values as well. */
  private XYChart chart(DoubleStream others) {
    var chart = new XYChart(width, HEIGHT);
    ChartStyle.dress(chart);
    fitAxes(chart, others);
    reference.ifPresent(r -> addReference(chart, r));
    addRuns(chart, SINGLE, false, SeriesMarkers.CIRCLE, ChartStyle.faint(colour));
    addRuns(chart, DEAD, true, SeriesMarkers.CIRCLE, DEAD_COLOUR);
    addMeans(chart);
    addCounts(chart);
    return chart;
  }

  private void fitAxes(XYChart chart, DoubleStream others) {
    places().fit(chart);
    axis.fit(chart, DoubleStream.concat(span(), others));
  }

  private CategoryAxis places() {
    return new CategoryAxis(IntStream.of(runs.widths()).mapToObj(Integer::toString).toList());
  }

  /** All that is drawn. */
  private DoubleStream span() {
    var values = runs.rows().stream().mapToDouble(Measured::value);
    return DoubleStream.concat(
        DoubleStream.concat(values, reference.stream().mapToDouble(Reference::value)),
        means.stream().flatMapToDouble(WidthChart::ends));
  }

  private static DoubleStream ends(WidthMean mean) {
    return DoubleStream.of(mean.mean() - mean.sd(), mean.mean() + mean.sd());
  }

  private void addReference(XYChart chart, Reference line) {
    double[] ends = {places().leftEnd(), places().rightEnd()};
    XYSeries series =
        chart.addSeries(line.label(), ends, new double[] {line.value(), line.value()});
    series.setMarker(SeriesMarkers.NONE);
    series.setLineStyle(line.line()).setLineColor(line.colour());
  }

  private void addRuns(XYChart chart, String name, boolean dead, Marker marker, Color colour) {
    var x = DoubleStream.builder();
    var y = DoubleStream.builder();
    int place = 0;
    for (int width : runs.widths()) {
      List<Measured<Double>> own =
          runs.rows().stream().filter(run -> run.width() == width).toList();
      for (int i = 0; i < own.size(); i++) {
        if (own.get(i).dead() == dead && Double.isFinite(own.get(i).value())) {
          x.add(place + BESIDE + i * Math.min(SPREAD, 0.5 / own.size()));
          y.add(own.get(i).value());
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

  /** XChart would draw NaN; a bar of no length hides behind its point. */
  private void addMeans(XYChart chart) {
    int[] known =
        IntStream.range(0, means.size())
            .filter(i -> Double.isFinite(means.get(i).mean()))
            .toArray();
    double[] places = IntStream.of(known).asDoubleStream().toArray();
    double[] values = IntStream.of(known).mapToDouble(i -> means.get(i).mean()).toArray();
    double[] bars = IntStream.of(known).mapToDouble(i -> means.get(i).spread()).toArray();
    if (places.length > 0) {
      XYSeries series = chart.addSeries(MEAN, places, values, bars);
      series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(colour);
      series.setLineStyle(TREND).setLineColor(colour);
    }
  }

  private void addCounts(XYChart chart) {
    double low = chart.getStyler().getYAxisMin();
    double y = low + 0.03 * (chart.getStyler().getYAxisMax() - low);
    int place = 0;
    for (WidthMean mean : means) {
      chart.addAnnotation(new AnnotationText("n = " + mean.runs(), place++, y, false));
    }
  }

  private boolean anyDead() {
    return runs.rows().stream().anyMatch(Measured::dead);
  }

  private Legend legend() {
    return legend("");
  }

  private Legend legend(String whose) {
    var entries = new ArrayList<LegendEntry>();
    entries.add(new LegendEntry(whose + MEAN + " of n runs", colour, TREND, 7));
    entries.add(new LegendEntry(SINGLE, ChartStyle.faint(colour), null, 7));
    if (anyDead()) {
      entries.add(new LegendEntry(DEAD, DEAD_COLOUR, null, 7));
    }
    reference.ifPresent(r -> entries.add(new LegendEntry(r.label(), r.colour(), r.line(), 0)));
    return new Legend(entries);
  }
}
