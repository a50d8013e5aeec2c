package org.opponency.report.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import org.opponency.report.draw.ValueAxis;
import org.opponency.study.results.RobustnessResults;

/** Accuracy against epsilon in panels, a line style a width. All share their axes' ranges. */
public final class RobustnessChart {
  private static final int ALONE = 640;
  private static final int SMALL = 290;
  private static final int TALL = 340;
  private static final int LOW = 230;
  private static final double BESIDE = 0.06;

  private final Map<String, List<RobustnessCurve>> panels = new LinkedHashMap<>();
  private final EpsilonAxis epsilons;
  private final int columns;
  private final ValueAxis accuracy = ValueAxis.percent("robust accuracy");

  /**
   * A panel for each heading, in the order given.
   *
   * @param columns panels in a row, at most
   */
  public RobustnessChart(Map<String, List<Measured<AccuracyUnderAttack>>> rows, int columns) {
    this.columns = Math.min(columns, rows.size());
    rows.forEach((heading, own) -> panels.put(heading, curves(own)));
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
        .map(entry -> new RobustnessCurve(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Stream<RobustnessCurve.Point> points() {
    return panels.values().stream().flatMap(List::stream).flatMap(c -> c.points().stream());
  }

  public PanelGrid grid() {
    List<Panel> charts = new ArrayList<>();
    panels.forEach((heading, curves) -> charts.add(new Panel(heading, chart(curves))));
    return new PanelGrid(
        charts,
        columns,
        "largest perturbation ε (L∞, pixels in [0, 1])",
        accuracy.fullTitle(),
        legend());
  }

  private XYChart chart(List<RobustnessCurve> curves) {
    boolean alone = panels.size() == 1;
    var chart = new XYChart(alone ? ALONE : SMALL, alone ? TALL : LOW);
    ChartStyle.dress(chart);
    accuracy.fit(
        chart, DoubleStream.concat(DoubleStream.of(0), points().mapToDouble(p -> p.high())));
    epsilons.fit(chart);
    curves.forEach(curve -> curve.addBand(chart, epsilons));
    curves.forEach(curve -> curve.addLine(chart, epsilons));
    for (int i = 0; i < curves.size(); i++) {
      double beside = BESIDE * (i - (curves.size() - 1) / 2.0);
      curves.get(i).addZero(chart, epsilons, beside);
    }
    return chart;
  }

  private Legend legend() {
    TreeMap<Integer, LegendEntry> entries = new TreeMap<>();
    panels.values().stream()
        .flatMap(List::stream)
        .forEach(curve -> entries.put(curve.width(), WidthStyle.of(curve.width()).lineEntry()));
    return new Legend(List.copyOf(entries.values()));
  }
}
