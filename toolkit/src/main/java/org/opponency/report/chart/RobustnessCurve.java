package org.opponency.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.evaluation.WidthMean;
import org.opponency.report.draw.EpsilonAxis;
import org.opponency.report.draw.Mark;
import org.opponency.report.draw.Plot;

/**
 * The accuracy of the networks of one width against epsilon: its mean over the runs that are alive,
 * and a band of one standard deviation where there are several.
 *
 * @param width N_BN, or {@link BottleneckWidth#NO_RETINA}
 * @param style what they look like
 * @param mark of the dot at epsilon 0
 * @param points by rising epsilon
 */
record RobustnessCurve(int width, WidthStyle style, Mark mark, List<Point> points) {
  /** Those of a width among others. */
  static RobustnessCurve of(int width, List<Point> points) {
    return new RobustnessCurve(width, WidthStyle.of(width), Mark.CIRCLE, points);
  }

  /**
   * One point.
   *
   * @param epsilon largest size of the perturbation
   * @param accuracy mean and spread over runs, fractions
   */
  record Point(double epsilon, WidthMean accuracy) {
    double low() {
      return Math.max(0, accuracy.mean() - spread());
    }

    double high() {
      return Math.min(1, accuracy.mean() + spread());
    }

    double spread() {
      return accuracy.spread();
    }
  }

  private List<Point> positive() {
    return points.stream().filter(point -> point.epsilon() > 0).toList();
  }

  /** One standard deviation on both sides, where any point has one. */
  void addBand(XYChart chart, EpsilonAxis axis) {
    List<Point> there = positive();
    if (there.size() < 2 || there.stream().allMatch(point -> point.spread() == 0)) {
      return;
    }
    Plot.band(
        chart,
        style.name() + " band",
        there.stream().mapToDouble(point -> axis.place(point.epsilon())).toArray(),
        there.stream().mapToDouble(Point::low).toArray(),
        there.stream().mapToDouble(Point::high).toArray(),
        style.colour());
  }

  void addLine(XYChart chart, EpsilonAxis axis) {
    List<Point> line = positive();
    if (line.size() < 2) {
      return;
    }
    style.addLine(
        chart,
        line.stream().mapToDouble(p -> axis.place(p.epsilon())).toArray(),
        line.stream().mapToDouble(p -> p.accuracy().mean()).toArray());
  }

  /**
   * The dot at epsilon 0, if there is one.
   *
   * @param beside how far from its place, so that dots do not hide each other
   */
  void addZero(XYChart chart, EpsilonAxis axis, double beside) {
    points.stream()
        .filter(point -> point.epsilon() == 0)
        .forEach(point -> addDot(chart, axis.place(0) + beside, point));
  }

  private void addDot(XYChart chart, double place, Point point) {
    Color colour = style.colour();
    Plot.line(
        chart,
        style.name() + " zero bar",
        place,
        point.low(),
        place,
        point.high(),
        new BasicStroke(1.2f),
        colour);
    double[] mean = {point.accuracy().mean()};
    Plot.dots(chart, style.name() + " zero", new double[] {place}, mean, mark, colour);
  }
}
