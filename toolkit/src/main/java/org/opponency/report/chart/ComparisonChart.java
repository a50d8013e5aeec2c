package org.opponency.report.chart;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.opponency.attacks.AccuracyUnderAttack;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.WidthMean;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.EpsilonAxis;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.Mark;
import org.opponency.report.draw.Panel;
import org.opponency.report.draw.PanelGrid;
import org.opponency.report.draw.Plot;
import org.opponency.report.draw.ValueAxis;
import org.opponency.study.results.RobustnessResults;

/** Ours and the published accuracy against epsilon beside chance: a panel a width. */
public final class ComparisonChart {
  private static final int COLUMNS = 3;
  private static final int WIDTH = 205;
  private static final int HEIGHT = 165;
  private static final double BESIDE = 0.06;
  private static final String MEANS = ", mean ± s.d. of the runs";
  private static final WidthStyle OURS =
      new WidthStyle("ours", ChartStyle.SERIES.get(0), new BasicStroke(1.8f));
  private static final WidthStyle THEIRS =
      new WidthStyle("published", ChartStyle.SERIES.get(1), ChartStyle.LONG_DASHES);

  private final SortedMap<Double, ByWidth> ours;
  private final SortedMap<Double, ByWidth> published;
  private final Reference chance;
  private final EpsilonAxis epsilons;
  private final ValueAxis accuracy = ValueAxis.percent("robust accuracy");

  /** The lines of both, up to {@link RobustnessChart#LARGEST}. */
  public ComparisonChart(
      List<Measured<AccuracyUnderAttack>> ours,
      List<Measured<AccuracyUnderAttack>> published,
      Reference chance) {
    this.chance = chance;
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
    Plot.line(
        chart,
        chance.label(),
        chart.getStyler().getXAxisMin(),
        chance.value(),
        chart.getStyler().getXAxisMax(),
        chance.value(),
        chance.line(),
        chance.colour());
    RobustnessCurve theirs = curve(THEIRS, Mark.SQUARE, published, width);
    RobustnessCurve mine = curve(OURS, Mark.CIRCLE, ours, width);
    List.of(theirs, mine).forEach(curve -> curve.addBand(chart, epsilons));
    List.of(theirs, mine).forEach(curve -> curve.addLine(chart, epsilons));
    theirs.addZero(chart, epsilons, BESIDE);
    mine.addZero(chart, epsilons, -BESIDE);
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

  private static RobustnessCurve curve(
      WidthStyle style, Mark mark, SortedMap<Double, ByWidth> byEpsilon, int width) {
    List<RobustnessCurve.Point> points = new ArrayList<>();
    byEpsilon.forEach(
        (epsilon, runs) -> {
          WidthMean mean = runs.at(width);
          if (mean.runs() > 0) {
            points.add(new RobustnessCurve.Point(epsilon, mean));
          }
        });
    return new RobustnessCurve(width, style, mark, points);
  }

  private Legend legend() {
    return new Legend(
        List.of(
            entry(OURS, ours),
            entry(THEIRS, published),
            new LegendEntry(chance.label(), chance.colour(), chance.line(), 0)));
  }

  private static LegendEntry entry(WidthStyle style, SortedMap<Double, ByWidth> byEpsilon) {
    boolean single =
        byEpsilon.values().stream()
            .flatMap(runs -> runs.means().stream())
            .allMatch(mean -> mean.runs() <= 1);
    return new LegendEntry(
        style.name() + (single ? ", one run" : MEANS), style.colour(), style.line(), 0);
  }
}
