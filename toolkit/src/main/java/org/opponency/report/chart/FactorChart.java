package org.opponency.report.chart;

import java.awt.BasicStroke;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.opponency.evaluation.Interval;
import org.opponency.report.draw.CategoryAxis;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.Mark;
import org.opponency.report.draw.Panel;
import org.opponency.report.draw.PanelGrid;
import org.opponency.report.draw.ValueAxis;
import org.opponency.study.census.OpponencyFactors;

/**
 * Opponency and its two factors by width: a panel a kind of networks, lines with intervals where
 * there are networks enough.
 */
public final class FactorChart {
  /** Shares of fewer networks have no interval. */
  public static final int FEW = 6;

  private static final int WIDTH = 280;
  private static final int HEIGHT = 170;
  private static final int COLUMNS = 3;
  private static final double BESIDE = 0.1;
  private static final ValueAxis AXIS = ValueAxis.percent("share of cells");

  private record Factor(
      IntervalLine line,
      ToDoubleFunction<OpponencyFactors> share,
      Function<OpponencyFactors, Interval> interval) {}

  private static final List<Factor> FACTORS =
      List.of(
          new Factor(
              new IntervalLine(
                  "baseline > 0", ChartStyle.SERIES.get(0), ChartStyle.LONG_DASHES, Mark.SQUARE),
              OpponencyFactors::positive,
              OpponencyFactors::positiveInterval),
          new Factor(
              new IntervalLine(
                  "crosses, given baseline > 0",
                  ChartStyle.SERIES.get(1),
                  ChartStyle.DASHED,
                  Mark.DIAMOND),
              OpponencyFactors::crossingIfPositive,
              OpponencyFactors::crossingIfPositiveInterval),
          new Factor(
              new IntervalLine(
                  "opponent: their product", ChartStyle.INK, new BasicStroke(1.8f), Mark.CIRCLE),
              OpponencyFactors::opponent,
              OpponencyFactors::opponentInterval));

  private FactorChart() {}

  /** All panels, in the order in which the kinds of networks come. */
  public static PanelGrid grid(List<OpponencyFactors> rows) {
    List<Panel> panels =
        rows.stream()
            .map(OpponencyFactors::networks)
            .distinct()
            .map(kind -> panel(rows.stream().filter(row -> row.networks().equals(kind)).toList()))
            .toList();
    var legend = new Legend(FACTORS.stream().map(factor -> factor.line().entry()).toList());
    return new PanelGrid(panels, COLUMNS, WidthStyle.AXIS, AXIS.fullTitle(), legend);
  }

  /** The rows of one kind, one a width. */
  private static Panel panel(List<OpponencyFactors> rows) {
    var chart = new XYChart(WIDTH, HEIGHT);
    ChartStyle.dress(chart);
    new CategoryAxis(rows.stream().map(row -> String.valueOf(row.width())).toList()).fit(chart);
    AXIS.fit(chart, DoubleStream.of(0, 1));
    for (int i = 0; i < FACTORS.size(); i++) {
      Factor factor = FACTORS.get(i);
      double shift = BESIDE * (i - (FACTORS.size() - 1) / 2.0);
      factor
          .line()
          .add(
              chart,
              IntStream.range(0, rows.size()).mapToDouble(place -> place + shift).toArray(),
              rows.stream().mapToDouble(factor.share()).toArray(),
              rows.stream().map(row -> interval(factor, row)).toList());
    }
    return new Panel(rows.get(0).networks(), chart);
  }

  private static Interval interval(Factor factor, OpponencyFactors row) {
    return row.runs() < FEW ? new Interval(Double.NaN, Double.NaN) : factor.interval().apply(row);
  }
}
