package org.opponency.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.WidthMean;
import org.opponency.report.draw.CategoryAxis;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.Mark;
import org.opponency.report.draw.Panel;
import org.opponency.report.draw.PanelGrid;
import org.opponency.report.draw.ValueAxis;

/**
 * A measure against bottleneck width: the mean of the runs as a bar across, their standard
 * deviation as one up and down, each run as a dot about its width, the number of runs n below.
 * Widths stand at equal distances, smallest left. A run far from the others of its width is named.
 */
public final class WidthChart {
  private static final BasicStroke TREND = new BasicStroke(1f);
  private static final BasicStroke THICK =
      new BasicStroke(2.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  private static final BasicStroke THIN = new BasicStroke(1.2f);
  private static final int ALONE = 289;
  private static final int HALF = 313;
  private static final int HEIGHT = 250;
  private static final double MEAN_REACH = 0.3;
  private static final double CAP = 0.08;

  /** How far from the mean, as a share of the axis, a run is named. */
  private static final double FAR = 0.3;

  private static final int THIRD = 240;
  private static final Color TOGETHER = ChartStyle.SERIES.get(0);
  private static final String MEAN = "mean ± s.d.";
  private static final String SINGLE = "single runs";
  private static final String DEAD = "dead bottleneck, not in the mean";

  private final ByWidth runs;
  private final List<WidthMean> means;
  private final ValueAxis axis;
  private final List<Reference> references;
  private final Color colour;
  private final int width;

  private WidthChart(
      ByWidth runs, ValueAxis axis, List<Reference> references, Color colour, int width) {
    if (runs.rows().isEmpty()) {
      throw new IllegalArgumentException("Expected at least one run to draw, got none");
    }
    this.runs = runs;
    means = runs.means();
    this.axis = axis;
    this.references = references;
    this.colour = colour;
    this.width = width;
  }

  /**
   * One of two panels.
   *
   * @param heading stands above it
   * @param runs what it shows
   * @param references lines to compare with
   */
  public record Side(String heading, ByWidth runs, List<Reference> references) {}

  /** A chart that stands alone. */
  public static PanelGrid alone(ByWidth runs, ValueAxis axis, List<Reference> references) {
    var chart = new WidthChart(runs, axis, references, ChartStyle.SERIES.get(0), ALONE);
    return chart.grid(
        List.of(new Panel("", chart.chart(chart.range()))), new Legend(chart.entries("")));
  }

  /**
   * Some runs at the left and others at the right, in another colour.
   *
   * @param mine whose those at the left are, for the legend
   * @param theirs whose those at the right are
   * @param same whether both are on one scale; else their axes span as much, each about its own
   *     values, so that slopes can be compared
   */
  public static PanelGrid beside(
      Side ours, Side others, String mine, String theirs, ValueAxis axis, boolean same) {
    var left = new WidthChart(ours.runs(), axis, ours.references(), colour(0), HALF);
    var right = new WidthChart(others.runs(), axis, others.references(), colour(1), HALF);
    double span = Math.max(left.range().span(), right.range().span());
    var both = axis.range(DoubleStream.concat(left.span(), right.span()));
    var panels =
        List.of(
            new Panel(ours.heading(), left.chart(same ? both : left.widened(span))),
            new Panel(others.heading(), right.chart(same ? both : right.widened(span))));
    var entries = new ArrayList<>(left.entries(mine + ": "));
    entries.addAll(right.entries(theirs + ": "));
    return left.grid(panels, new Legend(entries));
  }

  private static Color colour(int place) {
    return ChartStyle.SERIES.get(place);
  }

  /**
   * Several measures of the same networks, a panel each, headed by the measure's name; all panels
   * share the range of their y axes.
   */
  public static PanelGrid together(List<ByWidth> measures, ValueAxis axis, Reference reference) {
    List<WidthChart> charts =
        measures.stream()
            .map(one -> new WidthChart(one, axis, List.of(reference), TOGETHER, THIRD))
            .toList();
    ValueAxis.Range all = axis.range(charts.stream().flatMapToDouble(WidthChart::span));
    List<Panel> panels =
        charts.stream().map(one -> new Panel(one.runs.measure(), one.chart(all))).toList();
    return charts.get(0).grid(panels, new Legend(charts.get(0).entries("")));
  }

  private PanelGrid grid(List<Panel> panels, Legend legend) {
    return new PanelGrid(
        panels, panels.size(), "bottleneck width (channels)", axis.fullTitle(), legend);
  }

  private XYChart chart(ValueAxis.Range range) {
    var chart = new XYChart(width, HEIGHT);
    ChartStyle.dress(chart);
    places().fit(chart);
    axis.fit(chart, range);
    references.forEach(line -> addReference(chart, line, range));
    addMeans(chart);
    addRuns(chart, SINGLE, false, SeriesMarkers.CIRCLE, ChartStyle.faint(colour));
    addRuns(chart, DEAD, true, SeriesMarkers.CROSS, ChartStyle.INK);
    addCounts(chart, range);
    addNames(chart, range);
    return chart;
  }

  private CategoryAxis places() {
    return new CategoryAxis(IntStream.of(runs.widths()).mapToObj(Integer::toString).toList());
  }

  private ValueAxis.Range range() {
    return axis.range(span());
  }

  private ValueAxis.Range widened(double span) {
    return axis.widened(range(), span);
  }

  /** All that is drawn. */
  private DoubleStream span() {
    return Stream.of(
            runs.rows().stream().mapToDouble(run -> run.value()),
            references.stream().filter(Reference::within).mapToDouble(Reference::value),
            means.stream().flatMapToDouble(this::ends))
        .flatMapToDouble(values -> values);
  }

  private DoubleStream ends(WidthMean mean) {
    return DoubleStream.of(
        axis.within(mean.mean() - mean.spread()), axis.within(mean.mean() + mean.spread()));
  }

  private void addReference(XYChart chart, Reference line, ValueAxis.Range range) {
    if (line.within()) {
      double[] ends = {places().leftEnd(), places().rightEnd()};
      line(chart, line.label(), ends, new double[] {line.value(), line.value()}, line.line())
          .setLineColor(line.colour());
    } else {
      double y = range.high() - 0.04 * range.span();
      double middle = (places().leftEnd() + places().rightEnd()) / 2;
      chart.addAnnotation(new AnnotationText("↑ " + line.label(), middle, y, false));
    }
  }

  private static XYSeries line(
      XYChart chart, String name, double[] x, double[] y, BasicStroke stroke) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineStyle(stroke);
    return series;
  }

  private void addRuns(XYChart chart, String name, boolean dead, Marker marker, Color colour) {
    List<Dot> dots = dots().filter(dot -> dot.run().dead() == dead).toList();
    if (!dots.isEmpty()) {
      XYSeries series =
          chart.addSeries(
              name,
              dots.stream().mapToDouble(Dot::x).toArray(),
              dots.stream().mapToDouble(dot -> dot.run().value()).toArray());
      series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
      series.setMarker(marker).setMarkerColor(colour);
    }
  }

  private Stream<Dot> dots() {
    return Dot.of(runs);
  }

  /** Bars end where the quantity does. */
  private void addMeans(XYChart chart) {
    int[] known =
        IntStream.range(0, means.size())
            .filter(i -> Double.isFinite(means.get(i).mean()))
            .toArray();
    if (known.length == 0) {
      return;
    }
    double[] places = IntStream.of(known).asDoubleStream().toArray();
    double[] values = IntStream.of(known).mapToDouble(i -> means.get(i).mean()).toArray();
    line(chart, MEAN, places, values, TREND).setLineColor(ChartStyle.faint(colour));
    for (int place : known) {
      addMean(chart, place, means.get(place));
    }
  }

  private void addMean(XYChart chart, int place, WidthMean mean) {
    double[] ends = ends(mean).toArray();
    double[] x = {place - CAP, place + CAP, place, place, place - CAP, place + CAP};
    double[] y = {ends[0], ends[0], ends[0], ends[1], ends[1], ends[1]};
    line(chart, "s.d. of width " + mean.width(), x, y, THIN).setLineColor(colour);
    double[] across = {place - MEAN_REACH, place + MEAN_REACH};
    double[] level = {mean.mean(), mean.mean()};
    line(chart, "mean of width " + mean.width(), across, level, THICK).setLineColor(colour);
  }

  private void addCounts(XYChart chart, ValueAxis.Range range) {
    double y = range.low() + 0.03 * range.span();
    int place = 0;
    for (WidthMean mean : means) {
      chart.addAnnotation(new AnnotationText("n = " + mean.runs(), place++, y, false));
    }
  }

  private void addNames(XYChart chart, ValueAxis.Range range) {
    dots()
        .filter(dot -> !dot.run().dead() && dot.isFar(FAR * range.span()))
        .forEach(
            dot ->
                chart.addAnnotation(
                    new AnnotationText(
                        "run " + dot.run().network().run(),
                        dot.x() + 0.55,
                        dot.run().value(),
                        false)));
  }

  private boolean anyDead() {
    return runs.rows().stream().anyMatch(run -> run.dead());
  }

  private List<LegendEntry> entries(String whose) {
    var entries = new ArrayList<LegendEntry>();
    entries.add(new LegendEntry(whose + MEAN + " of n runs", colour, THICK, 0));
    entries.add(new LegendEntry(SINGLE, ChartStyle.faint(colour), null, 7));
    if (anyDead()) {
      entries.add(new LegendEntry(DEAD, ChartStyle.INK, null, 7, Mark.CROSS));
    }
    references.stream()
        .filter(Reference::within)
        .forEach(r -> entries.add(new LegendEntry(r.label(), r.colour(), r.line(), 0)));
    return entries;
  }
}
