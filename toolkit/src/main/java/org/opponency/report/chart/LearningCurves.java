package org.opponency.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.Panel;
import org.opponency.report.draw.PanelGrid;
import org.opponency.report.draw.Plot;
import org.opponency.report.draw.ValueAxis;

/**
 * A measure over training steps: a panel for each width, a line for each run, and in all of them
 * the mean of the networks without a retina. All panels share their axes' ranges.
 */
public final class LearningCurves {
  private static final BasicStroke LINE =
      new BasicStroke(1.3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  private static final WidthStyle REFERENCE = WidthStyle.of(BottleneckWidth.NO_RETINA);
  private static final int COLUMNS = 3;
  private static final int WIDTH = 205;
  private static final int HEIGHT = 150;

  private final TreeMap<Integer, List<CurvePoint>> pointsByWidth;
  private final List<CurvePoint> reference;
  private final List<CurvePoint> all;
  private final ToDoubleFunction<CurvePoint> measure;
  private final ValueAxis axis;

  public LearningCurves(
      List<CurvePoint> points, ToDoubleFunction<CurvePoint> measure, ValueAxis axis) {
    all = points.stream().sorted(Comparator.comparingLong(CurvePoint::step)).toList();
    pointsByWidth =
        all.stream()
            .collect(Collectors.groupingBy(CurvePoint::width, TreeMap::new, Collectors.toList()));
    List<CurvePoint> withoutRetina = pointsByWidth.remove(BottleneckWidth.NO_RETINA);
    reference = withoutRetina == null ? List.of() : withoutRetina;
    this.measure = measure;
    this.axis = axis;
    if (pointsByWidth.isEmpty()) {
      throw new IllegalArgumentException("Expected points of at least one width, got none");
    }
  }

  public PanelGrid grid() {
    var panels = new ArrayList<Panel>();
    for (int width : pointsByWidth.keySet()) {
      WidthStyle style = WidthStyle.of(width);
      panels.add(new Panel(style.name(), chart(pointsByWidth.get(width), style.colour())));
    }
    int columns = Math.min(COLUMNS, panels.size());
    return new PanelGrid(panels, columns, "training step", axis.fullTitle(), legend());
  }

  private XYChart chart(List<CurvePoint> points, Color colour) {
    var chart = new XYChart(WIDTH, HEIGHT);
    ChartStyle.dress(chart);
    double last = all.get(all.size() - 1).step();
    chart.getStyler().setXAxisMin(-0.02 * last).setXAxisMax(1.02 * last);
    chart.getStyler().setXAxisDecimalPattern("#,###").setXAxisTickMarkSpacingHint(60);
    axis.fit(chart, all.stream().mapToDouble(measure));
    if (!reference.isEmpty()) {
      addMean(chart);
    }
    runs(points)
        .forEach(
            (run, line) ->
                Plot.line(
                    chart,
                    "run " + run,
                    line.stream().mapToDouble(CurvePoint::step).toArray(),
                    line.stream().mapToDouble(measure).toArray(),
                    LINE,
                    colour));
    return chart;
  }

  private void addMean(XYChart chart) {
    var byStep =
        reference.stream()
            .collect(
                Collectors.groupingBy(
                    CurvePoint::step, TreeMap::new, Collectors.averagingDouble(measure)));
    double[] steps = byStep.keySet().stream().mapToDouble(step -> step).toArray();
    double[] means = byStep.values().stream().mapToDouble(mean -> mean).toArray();
    REFERENCE.addLine(chart, steps, means);
  }

  private Legend legend() {
    var entries = new ArrayList<LegendEntry>();
    entries.add(
        new LegendEntry("a run", WidthStyle.of(pointsByWidth.firstKey()).colour(), LINE, 0));
    if (!reference.isEmpty()) {
      String label = Reference.meanLabel(runs(reference).size());
      entries.add(new LegendEntry(label, REFERENCE.colour(), REFERENCE.line(), 0));
    }
    return new Legend(entries);
  }

  private static TreeMap<Integer, List<CurvePoint>> runs(List<CurvePoint> points) {
    return points.stream()
        .collect(Collectors.groupingBy(CurvePoint::run, TreeMap::new, Collectors.toList()));
  }
}
