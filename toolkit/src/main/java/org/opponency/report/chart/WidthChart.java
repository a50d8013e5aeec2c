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
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.WidthMean;
import org.opponency.report.draw.CategoryAxis;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.Mark;
import org.opponency.report.draw.Panel;
import org.opponency.report.draw.PanelGrid;
import org.opponency.report.draw.Plot;
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
  static final int HEIGHT = 250;
  private static final double MEAN_REACH = 0.3;
  private static final double CAP = 0.08;

  /** From a dot to the middle of its name. */
  private static final double BESIDE = 0.45;

  /** The share of a chart's width that the numbers of its y axis leave at least. */
  private static final double PLOT = 0.8;

  /** How far from the mean, as a share of the axis, a run is named. */
  private static final double FAR = 0.3;

  /** The share of the axis that the numbers of runs take at its foot. */
  private static final double FOOT = 0.085;

  private static final int THIRD = 240;
  private static final String MEAN = "mean ± s.d.";
  private static final String SINGLE = "single runs";
  private static final String DEAD = "dead bottleneck, not in the mean";

  private final ByWidth runs;
  private final List<WidthMean> means;
  private final ValueAxis axis;
  private final List<Reference> references;
  private final Color colour;
  private final int width;
  private final int height;

  /**
   * A chart of the runs of every width.
   *
   * @param series place of its colour
   */
  WidthChart(
      ByWidth runs, ValueAxis axis, List<Reference> references, int series, int width, int height) {
    if (runs.rows().isEmpty()) {
      throw new IllegalArgumentException("Expected at least one run to draw, got none");
    }
    this.runs = runs;
    means = runs.means();
    this.axis = axis;
    this.references = references;
    colour = ChartStyle.SERIES.get(series);
    this.width = width;
    this.height = height;
  }

  /** A chart that stands alone. */
  public static PanelGrid alone(ByWidth runs, ValueAxis axis, List<Reference> references) {
    var chart = new WidthChart(runs, axis, references, 0, ALONE, HEIGHT);
    return chart.grid(
        List.of(new Panel("", chart.chart(chart.footed(chart.range())))),
        new Legend(chart.entries("")));
  }

  /**
   * Several measures of the same networks, a panel each, headed by the measure's name; all panels
   * share the range of their y axes.
   */
  public static PanelGrid together(List<ByWidth> measures, ValueAxis axis, Reference reference) {
    List<WidthChart> charts =
        measures.stream()
            .map(one -> new WidthChart(one, axis, List.of(reference), 0, THIRD, HEIGHT))
            .toList();
    ValueAxis.Range all = axis.range(charts.stream().flatMapToDouble(WidthChart::span));
    double most = charts.stream().mapToDouble(one -> one.footed(all).span()).max().orElseThrow();
    List<Panel> panels =
        charts.stream()
            .map(one -> new Panel(one.runs.measure(), one.chart(all.lowered(most))))
            .toList();
    return charts.get(0).grid(panels, new Legend(charts.get(0).entries("")));
  }

  PanelGrid grid(List<Panel> panels, Legend legend) {
    return new PanelGrid(panels, panels.size(), WidthStyle.AXIS, axis.fullTitle(), legend);
  }

  XYChart chart(ValueAxis.Range range) {
    var chart = new XYChart(width, height);
    ChartStyle.dress(chart);
    places().fit(chart);
    axis.fit(chart, range);
    references.forEach(line -> addReference(chart, line, range));
    addMeans(chart);
    addRuns(chart, SINGLE, false, Mark.CIRCLE, ChartStyle.faint(colour));
    addRuns(chart, DEAD, true, Mark.CROSS, ChartStyle.INK);
    addCounts(chart, range);
    addNames(chart, range);
    return chart;
  }

  private CategoryAxis places() {
    return new CategoryAxis(IntStream.of(runs.widths()).mapToObj(Integer::toString).toList());
  }

  ValueAxis.Range range() {
    return axis.range(span());
  }

  /** With room at the foot for the numbers of runs, below all that is drawn. */
  ValueAxis.Range footed(ValueAxis.Range range) {
    double lowest = span().filter(Double::isFinite).min().orElse(range.high());
    double low = (lowest - FOOT * range.high()) / (1 - FOOT);
    return new ValueAxis.Range(Math.min(range.low(), low), range.high());
  }

  /** All that is drawn. */
  DoubleStream span() {
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
      double[] level = {line.value(), line.value()};
      Plot.line(chart, line.label(), ends, level, line.line(), line.colour());
    } else {
      double y = range.high() - 0.04 * range.span();
      double middle = (places().leftEnd() + places().rightEnd()) / 2;
      chart.addAnnotation(new AnnotationText("↑ " + line.label(), middle, y, false));
    }
  }

  private void addRuns(XYChart chart, String name, boolean dead, Mark mark, Color colour) {
    List<Dot> dots = dots().filter(dot -> dot.run().dead() == dead).toList();
    if (!dots.isEmpty()) {
      double[] x = dots.stream().mapToDouble(Dot::x).toArray();
      double[] y = dots.stream().mapToDouble(dot -> dot.run().value()).toArray();
      Plot.dots(chart, name, x, y, mark, colour);
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
    Plot.line(chart, MEAN, places, values, TREND, ChartStyle.faint(colour));
    for (int place : known) {
      addMean(chart, place, means.get(place));
    }
  }

  private void addMean(XYChart chart, int place, WidthMean mean) {
    double[] ends = ends(mean).toArray();
    double low = cap(mean.mean() - mean.spread());
    double high = cap(mean.mean() + mean.spread());
    double[] x = {place - low, place + low, place, place, place - high, place + high};
    double[] y = {ends[0], ends[0], ends[0], ends[1], ends[1], ends[1]};
    Plot.line(chart, "s.d. of width " + mean.width(), x, y, THIN, colour);
    double[] across = {place - MEAN_REACH, place + MEAN_REACH};
    double[] level = {mean.mean(), mean.mean()};
    Plot.line(chart, "mean of width " + mean.width(), across, level, THICK, colour);
  }

  /** An end that is cut off has none. */
  private double cap(double end) {
    return axis.within(end) == end ? CAP : 0;
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
        .forEach(dot -> addName(chart, dot));
  }

  /** At the right of the dot where there is room for it. */
  private void addName(XYChart chart, Dot dot) {
    String name = "run " + dot.run().network().run();
    double span = places().rightEnd() - places().leftEnd();
    double half = ChartStyle.NOTE.width(name) / 2 * span / (PLOT * width);
    boolean right = dot.x() + BESIDE + half <= places().rightEnd();
    double x = dot.x() + (right ? BESIDE : -BESIDE);
    chart.addAnnotation(new AnnotationText(name, x, dot.run().value(), false));
  }

  private boolean anyDead() {
    return runs.rows().stream().anyMatch(run -> run.dead());
  }

  List<LegendEntry> entries(String whose) {
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
