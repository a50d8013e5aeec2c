package org.opponency.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.opponency.evaluation.Interval;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.ShareFrame;
import org.opponency.study.census.OpponencyFactors;

/**
 * Opponency and its two factors by width: a line each, with its interval at every width.
 *
 * @param width of the whole in points
 * @param height of the whole
 * @param rows one a width, smallest first
 */
public record FactorChart(int width, int height, List<OpponencyFactors> rows) implements Drawing {
  private static final BasicStroke WHISKER = new BasicStroke(1.2f);
  private static final double BESIDE = 0.1;
  private static final double DOT = 6;

  private record Line(
      String label,
      Color colour,
      BasicStroke stroke,
      ToDoubleFunction<OpponencyFactors> share,
      Function<OpponencyFactors, Interval> interval) {}

  private static final List<Line> LINES =
      List.of(
          new Line(
              "baseline > 0",
              ChartStyle.SERIES.get(0),
              dashed(6, 3),
              OpponencyFactors::positive,
              OpponencyFactors::positiveInterval),
          new Line(
              "crosses, given baseline > 0",
              ChartStyle.SERIES.get(1),
              dashed(2, 2),
              OpponencyFactors::crossingIfPositive,
              OpponencyFactors::crossingIfPositiveInterval),
          new Line(
              "opponent: their product",
              ChartStyle.INK,
              new BasicStroke(1.8f),
              OpponencyFactors::opponent,
              OpponencyFactors::opponentInterval));

  private static BasicStroke dashed(float... dash) {
    return new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
  }

  @Override
  public void paint(Graphics2D g) {
    List<String> widths = rows.stream().map(row -> String.valueOf(row.width())).toList();
    ShareFrame frame = new ShareFrame(width, height, 0, "share of cells (%)", widths);
    frame.paint(g);
    for (int i = 0; i < LINES.size(); i++) {
      paint(g, frame, LINES.get(i), (i - 1) * BESIDE);
    }
  }

  private void paint(Graphics2D g, ShareFrame frame, Line line, double shift) {
    var path = new Path2D.Double();
    g.setColor(line.colour());
    for (int place = 0; place < rows.size(); place++) {
      double share = line.share().applyAsDouble(rows.get(place));
      if (!Double.isNaN(share)) {
        point(g, frame, line.interval().apply(rows.get(place)), place + shift, share);
        extend(path, frame.x(place + shift), frame.y(share));
      }
    }
    g.setStroke(line.stroke());
    g.draw(path);
  }

  private static void extend(Path2D path, double x, double y) {
    if (path.getCurrentPoint() == null) {
      path.moveTo(x, y);
    } else {
      path.lineTo(x, y);
    }
  }

  private static void point(
      Graphics2D g, ShareFrame frame, Interval interval, double place, double share) {
    double x = frame.x(place);
    if (!Double.isNaN(interval.low())) {
      g.setStroke(WHISKER);
      g.draw(new Line2D.Double(x, frame.y(interval.low()), x, frame.y(interval.high())));
    }
    g.fill(new Ellipse2D.Double(x - DOT / 2, frame.y(share) - DOT / 2, DOT, DOT));
  }

  public static Legend legend() {
    return new Legend(
        LINES.stream()
            .map(line -> new LegendEntry(line.label(), line.colour(), line.stroke(), DOT))
            .toList());
  }
}
