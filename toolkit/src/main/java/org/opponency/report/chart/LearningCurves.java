package org.opponency.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.opponency.claims.PublishedLearning;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.Mark;
import org.opponency.report.draw.Panel;
import org.opponency.report.draw.PanelGrid;
import org.opponency.report.draw.Plot;
import org.opponency.report.draw.ValueAxis;

/**
 * A measure over training: a panel for each width, a line for each run, and in all of them the mean
 * of the networks without a retina, or in each a band that the authors' networks lie in. All panels
 * share their axes' ranges.
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
  private final String across;
  private final List<PublishedLearning.Band> bands;

  /** Over training steps, among our own networks. */
  public LearningCurves(
      List<CurvePoint> points, ToDoubleFunction<CurvePoint> measure, ValueAxis axis) {
    this(points, measure, axis, "training step", List.of());
  }

  /**
   * The lines of {@code points} among the authors' networks.
   *
   * @param across title of the x axis
   * @param bands of each width in the order of epochs, which x is of ours then; none, or of widths
   *     that have points
   */
  public LearningCurves(
      List<CurvePoint> points,
      ToDoubleFunction<CurvePoint> measure,
      ValueAxis axis,
      String across,
      List<PublishedLearning.Band> bands) {
    this.across = across;
    this.bands = List.copyOf(bands);
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
    return new PanelGrid(panels, columns, across, axis.fullTitle(), legend());
  }

  private XYChart chart(List<CurvePoint> points, Color colour) {
    var chart = new XYChart(WIDTH, HEIGHT);
    ChartStyle.dress(chart);
    double last =
        Math.max(
            all.get(all.size() - 1).step(),
            bands.stream().mapToLong(PublishedLearning.Band::epoch).max().orElse(0));
    chart.getStyler().setXAxisMin(-0.02 * last).setXAxisMax(1.1 * last);
    chart.getStyler().setXAxisDecimalPattern("#,###").setXAxisTickMarkSpacingHint(60);
    axis.fit(
        chart,
        DoubleStream.concat(
            all.stream().mapToDouble(measure),
            bands.stream()
                .flatMapToDouble(band -> DoubleStream.of(band.lowest(), band.highest()))));
    addBand(chart, points.get(0).width());
    if (!reference.isEmpty()) {
      addMean(chart);
    }
    runs(points).forEach((run, line) -> addRun(chart, "run " + run, line, colour));
    return chart;
  }

  /** Its line; a dot where there is one point only. */
  private void addRun(XYChart chart, String name, List<CurvePoint> line, Color colour) {
    double[] x = line.stream().mapToDouble(CurvePoint::step).toArray();
    double[] y = line.stream().mapToDouble(measure).toArray();
    if (line.size() == 1) {
      Plot.dots(chart, name, x, y, Mark.CIRCLE, colour);
    } else {
      Plot.line(chart, name, x, y, LINE, colour);
    }
  }

  private void addBand(XYChart chart, int width) {
    List<PublishedLearning.Band> own =
        bands.stream().filter(band -> band.width() == width).toList();
    if (!own.isEmpty()) {
      Plot.band(
          chart,
          "others",
          own.stream().mapToDouble(PublishedLearning.Band::epoch).toArray(),
          own.stream().mapToDouble(PublishedLearning.Band::lowest).toArray(),
          own.stream().mapToDouble(PublishedLearning.Band::highest).toArray(),
          ChartStyle.GREY);
    }
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
    if (!bands.isEmpty()) {
      entries.add(new LegendEntry("the authors' runs", ChartStyle.GRID, null, 9, Mark.SQUARE));
    }
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
