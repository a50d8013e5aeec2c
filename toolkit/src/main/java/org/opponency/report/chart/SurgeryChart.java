package org.opponency.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.opponency.report.draw.CategoryAxis;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.Mark;
import org.opponency.report.draw.Panel;
import org.opponency.report.draw.PanelGrid;
import org.opponency.report.draw.Plot;
import org.opponency.report.draw.ValueAxis;
import org.opponency.study.laboratory.SurgeryMean;
import org.opponency.surgery.CellGroup;
import org.opponency.surgery.Operation;

/**
 * What operations on cells change, by width: a row of panels an operation, a column a measure. A
 * mark a class of cells, joined to the stroke of as many random cells; panels of a column share
 * their scale.
 */
public final class SurgeryChart {
  private static final int WIDTH = 185;
  private static final int HEIGHT = 140;
  private static final double APART = 0.25;
  private static final double REACH = 0.1;
  private static final double UNEVEN = 1.01;
  private static final BasicStroke SHAM = new BasicStroke(2.4f);
  private static final BasicStroke JOINED = new BasicStroke(1f);
  private static final ValueAxis AXIS = new ValueAxis("change (percentage points)", true, -1, 1);

  /** One column. */
  private record Measure(
      String name, ToDoubleFunction<SurgeryMean> effect, ToDoubleFunction<SurgeryMean> sham) {}

  private static final List<Measure> MEASURES =
      List.of(
          new Measure("accuracy", SurgeryMean::accuracy, SurgeryMean::accuracySham),
          new Measure("probabilities", SurgeryMean::moved, SurgeryMean::movedSham),
          new Measure("shape bias", SurgeryMean::shapeBias, SurgeryMean::shapeBiasSham),
          new Measure("under attack", SurgeryMean::robust, SurgeryMean::robustSham));

  /** How a class is drawn: no two by colour alone. */
  private record Look(CellGroup group, Color colour, Mark mark) {}

  private static final List<Look> LOOKS =
      List.of(
          new Look(CellGroup.COLOUR, ChartStyle.SERIES.get(1), Mark.CIRCLE),
          new Look(CellGroup.LUMINANCE_ONLY, ChartStyle.SERIES.get(0), Mark.SQUARE),
          new Look(CellGroup.SPATIAL, ChartStyle.SERIES.get(2), Mark.DIAMOND));

  private SurgeryChart() {}

  /** All panels. */
  public static PanelGrid grid(List<SurgeryMean> means) {
    List<Panel> panels = new ArrayList<>();
    for (Operation operation : Operation.values()) {
      for (Measure measure : MEASURES) {
        List<SurgeryMean> own =
            means.stream().filter(mean -> mean.operation().equals(operation.label())).toList();
        panels.add(
            new Panel(
                operation.label() + ": " + measure.name(),
                chart(own, measure, range(means, measure))));
      }
    }
    return new PanelGrid(panels, MEASURES.size(), WidthStyle.AXIS, AXIS.title(), legend());
  }

  /** Uneven about 0: else XChart's only tick is that at 0 where all values are 0. */
  private static ValueAxis.Range range(List<SurgeryMean> means, Measure measure) {
    ValueAxis.Range range =
        AXIS.range(
            DoubleStream.concat(
                DoubleStream.of(0),
                means.stream()
                    .flatMapToDouble(
                        mean ->
                            DoubleStream.of(
                                measure.effect().applyAsDouble(mean),
                                measure.sham().applyAsDouble(mean)))));
    return range.lowered(UNEVEN * range.span());
  }

  private static XYChart chart(List<SurgeryMean> means, Measure measure, ValueAxis.Range range) {
    var chart = new XYChart(WIDTH, HEIGHT);
    ChartStyle.dress(chart);
    List<Integer> widths = means.stream().map(SurgeryMean::width).distinct().sorted().toList();
    var places = new CategoryAxis(widths.stream().map(String::valueOf).toList());
    places.fit(chart);
    AXIS.fit(chart, range);
    Plot.line(chart, "zero", places.leftEnd(), 0, places.rightEnd(), 0, JOINED, ChartStyle.GREY);
    for (int i = 0; i < LOOKS.size(); i++) {
      Look look = LOOKS.get(i);
      double shift = (i - (LOOKS.size() - 1) / 2.0) * APART;
      List<SurgeryMean> own =
          means.stream().filter(mean -> mean.group().equals(look.group().label())).toList();
      own.forEach(
          mean -> addSham(chart, look, mean, measure, widths.indexOf(mean.width()) + shift));
      addEffects(chart, look, own, measure, widths, shift);
    }
    return chart;
  }

  private static void addSham(
      XYChart chart, Look look, SurgeryMean mean, Measure measure, double x) {
    double sham = measure.sham().applyAsDouble(mean);
    double effect = measure.effect().applyAsDouble(mean);
    String name = look.group().label() + ", width " + mean.width();
    if (!Double.isNaN(sham)) {
      Plot.line(chart, name, x, sham, x, effect, JOINED, ChartStyle.faint(look.colour()));
      String stroke = "sham of " + name;
      Plot.line(chart, stroke, x - REACH, sham, x + REACH, sham, SHAM, ChartStyle.PALE);
    }
  }

  private static void addEffects(
      XYChart chart,
      Look look,
      List<SurgeryMean> means,
      Measure measure,
      List<Integer> widths,
      double shift) {
    List<SurgeryMean> known =
        means.stream().filter(m -> !Double.isNaN(measure.effect().applyAsDouble(m))).toList();
    if (known.isEmpty()) {
      return;
    }
    Plot.dots(
        chart,
        look.group().label(),
        known.stream().mapToDouble(m -> widths.indexOf(m.width()) + shift).toArray(),
        known.stream().mapToDouble(measure.effect()).toArray(),
        look.mark(),
        look.colour());
  }

  private static Legend legend() {
    Stream<LegendEntry> classes =
        LOOKS.stream()
            .map(
                look -> new LegendEntry(look.group().label(), look.colour(), null, 8, look.mark()));
    var sham = new LegendEntry("as many random cells (sham)", ChartStyle.PALE, SHAM, 0);
    return new Legend(Stream.concat(classes, Stream.of(sham)).toList());
  }
}
