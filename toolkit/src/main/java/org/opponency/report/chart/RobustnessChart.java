package org.opponency.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.opponency.attacks.AccuracyUnderAttack;
import org.opponency.evaluation.Measured;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.EpsilonAxis;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.Panel;
import org.opponency.report.draw.PanelGrid;
import org.opponency.report.draw.Plot;
import org.opponency.report.draw.ValueAxis;
import org.opponency.study.results.RobustnessResults;

/**
 * Accuracy against epsilon in panels, a line style a width. All share their axes' ranges; epsilons
 * above {@link #LARGEST}, where nothing is left of accuracy, are not drawn.
 */
public final class RobustnessChart {
  /** The largest epsilon drawn. */
  public static final double LARGEST = 0.1;

  private static final int PAGE = 660;
  private static final int TITLE = 24;
  private static final int GAP = 10;
  private static final double BESIDE = 0.06;
  private static final BasicStroke RUN = new BasicStroke(0.7f);

  private final Map<String, List<RobustnessCurve>> panels = new LinkedHashMap<>();
  private final Map<String, List<Measured<AccuracyUnderAttack>>> rows = new LinkedHashMap<>();
  private final EpsilonAxis epsilons;
  private final int columns;
  private final Predicate<RobustnessCurve> banded;
  private final ValueAxis accuracy = ValueAxis.percent("robust accuracy");

  /**
   * A panel for each heading, in the order given.
   *
   * @param columns panels in a row, at most
   * @param banded widths that have a band; of the others every run is a hair line
   */
  public RobustnessChart(
      Map<String, List<Measured<AccuracyUnderAttack>>> rows,
      int columns,
      Predicate<Integer> banded) {
    this.columns = Math.min(columns, rows.size());
    this.banded = curve -> banded.test(curve.width());
    rows.forEach(
        (heading, own) -> {
          List<Measured<AccuracyUnderAttack>> shown =
              own.stream().filter(row -> row.value().epsilon() <= LARGEST).toList();
          this.rows.put(heading, shown);
          panels.put(heading, curves(shown));
        });
    if (points().findAny().isEmpty()) {
      throw new IllegalArgumentException("Expected rows of a network that is alive, got none");
    }
    epsilons =
        EpsilonAxis.of(points().map(RobustnessCurve.Point::epsilon).collect(Collectors.toSet()));
  }

  private static List<RobustnessCurve> curves(List<Measured<AccuracyUnderAttack>> rows) {
    TreeMap<Integer, List<RobustnessCurve.Point>> byWidth = new TreeMap<>();
    RobustnessResults.byEpsilon(rows)
        .forEach(
            (epsilon, runs) ->
                runs.means().stream()
                    .filter(mean -> mean.runs() > 0)
                    .forEach(
                        mean ->
                            byWidth
                                .computeIfAbsent(mean.width(), width -> new ArrayList<>())
                                .add(new RobustnessCurve.Point(epsilon, mean))));
    return byWidth.entrySet().stream()
        .map(entry -> RobustnessCurve.of(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Stream<RobustnessCurve.Point> points() {
    return panels.values().stream().flatMap(List::stream).flatMap(c -> c.points().stream());
  }

  public PanelGrid grid() {
    List<Panel> charts = new ArrayList<>();
    panels.forEach((heading, curves) -> charts.add(new Panel(heading, chart(heading, curves))));
    return new PanelGrid(
        charts,
        columns,
        "largest perturbation ε (L∞, pixels in [0, 1])",
        accuracy.fullTitle(),
        legend());
  }

  private XYChart chart(String heading, List<RobustnessCurve> curves) {
    int wide = (PAGE - TITLE - (columns - 1) * GAP) / columns;
    var chart = new XYChart(wide, columns > 2 ? 180 : 270);
    ChartStyle.dress(chart);
    accuracy.fit(
        chart, DoubleStream.concat(DoubleStream.of(0), points().mapToDouble(p -> p.high())));
    epsilons.fit(chart);
    curves.stream().filter(banded).forEach(curve -> curve.addBand(chart, epsilons));
    curves.stream()
        .filter(banded.negate())
        .forEach(curve -> addRuns(chart, curve.width(), rows.get(heading)));
    curves.forEach(curve -> curve.addLine(chart, epsilons));
    for (int i = 0; i < curves.size(); i++) {
      double beside = BESIDE * (i - (curves.size() - 1) / 2.0);
      curves.get(i).addZero(chart, epsilons, beside);
    }
    return chart;
  }

  /** A hair line a run, where there are several. */
  private void addRuns(XYChart chart, int width, List<Measured<AccuracyUnderAttack>> rows) {
    Map<Integer, List<AccuracyUnderAttack>> runs =
        rows.stream()
            .filter(row -> row.width() == width && !row.dead() && row.value().epsilon() > 0)
            .collect(
                Collectors.groupingBy(
                    row -> row.network().run(),
                    TreeMap::new,
                    Collectors.mapping(Measured::value, Collectors.toList())));
    if (runs.size() < 2) {
      return;
    }
    runs.forEach(
        (run, points) -> {
          double[] x = points.stream().mapToDouble(p -> epsilons.place(p.epsilon())).toArray();
          double[] y = points.stream().mapToDouble(AccuracyUnderAttack::accuracy).toArray();
          Color colour = ChartStyle.faint(WidthStyle.of(width).colour());
          Plot.line(chart, "width " + width + ", run " + run, x, y, RUN, colour);
        });
  }

  private Legend legend() {
    TreeMap<Integer, LegendEntry> entries = new TreeMap<>();
    panels.values().stream()
        .flatMap(List::stream)
        .forEach(curve -> entries.put(curve.width(), WidthStyle.of(curve.width()).lineEntry()));
    return new Legend(List.copyOf(entries.values()));
  }
}
