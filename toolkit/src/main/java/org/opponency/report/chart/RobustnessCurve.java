package org.opponency.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.evaluation.WidthMean;
import org.opponency.report.draw.EpsilonAxis;

/**
 * The accuracy of the networks of one width against epsilon: its mean over the runs that are alive,
 * and a band of one standard deviation where there are several.
 *
 * @param width N_BN, or {@link BottleneckWidth#NO_RETINA}
 * @param points by rising epsilon
 */
record RobustnessCurve(int width, List<Point> points) {
  private static final int TINT = 45;

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

  void addBand(XYChart chart, EpsilonAxis axis) {
    band(chart, axis, "band " + width, points, style().colour(), TINT);
  }

  /** One standard deviation on both sides, where any point has one. */
  static void band(
      XYChart chart, EpsilonAxis axis, String name, List<Point> points, Color own, int alpha) {
    List<Point> there = points.stream().filter(point -> point.epsilon() > 0).toList();
    if (there.size() < 2 || there.stream().allMatch(point -> point.spread() == 0)) {
      return;
    }
    List<Point> back = new ArrayList<>(there);
    Collections.reverse(back);
    double[] x =
        Stream.concat(there.stream(), back.stream())
            .mapToDouble(point -> axis.place(point.epsilon()))
            .toArray();
    double[] y =
        DoubleStream.concat(
                there.stream().mapToDouble(Point::high), back.stream().mapToDouble(Point::low))
            .toArray();
    Color tint = new Color(own.getRed(), own.getGreen(), own.getBlue(), alpha);
    XYSeries band = chart.addSeries(name, x, y);
    band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea).setFillColor(tint);
    band.setMarker(SeriesMarkers.NONE).setLineStyle(new BasicStroke(0)).setLineColor(tint);
  }

  void addLine(XYChart chart, EpsilonAxis axis) {
    List<Point> line = positive();
    if (line.size() < 2) {
      return;
    }
    style()
        .addLine(
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
    XYSeries bar =
        chart.addSeries(
            "zero bar " + width,
            new double[] {place, place},
            new double[] {point.low(), point.high()});
    bar.setMarker(SeriesMarkers.NONE);
    bar.setLineStyle(new BasicStroke(1.2f)).setLineColor(style().colour());
    XYSeries dot =
        chart.addSeries(
            "zero " + width, new double[] {place}, new double[] {point.accuracy().mean()});
    dot.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter).setLineColor(style().colour());
    dot.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(style().colour());
  }

  private WidthStyle style() {
    return WidthStyle.of(width);
  }
}
