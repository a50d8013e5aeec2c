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
import org.opponency.evaluation.WidthMean;
import org.opponency.report.Figures;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.EpsilonAxis;
import org.opponency.report.draw.LegendEntry;

/**
 * The accuracy of the networks of one width against epsilon: its mean over the runs that are alive,
 * and a band of one standard deviation where there are several.
 *
 * @param width N_BN, or {@link Figures#NO_RETINA}
 * @param points by rising epsilon
 */
record RobustnessCurve(int width, List<Point> points) {
  private static final int TINT = 45;
  private static final int DENSE = 12;
  private static final float[][] DASHES = {
    null, {7, 3}, {3, 2}, {9, 3, 2, 3}, {1.5f, 2.5f}, {12, 4}
  };

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

  LegendEntry legendEntry() {
    String name = width == Figures.NO_RETINA ? "no retina" : "width " + width;
    return new LegendEntry(name, colour(), stroke(), 0);
  }

  private List<Point> positive() {
    return points.stream().filter(point -> point.epsilon() > 0).toList();
  }

  void addBand(XYChart chart, EpsilonAxis axis) {
    List<Point> there = positive();
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
    Color tint = new Color(colour().getRed(), colour().getGreen(), colour().getBlue(), TINT);
    XYSeries band = chart.addSeries("band " + width, x, y);
    band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea).setFillColor(tint);
    band.setMarker(SeriesMarkers.NONE).setLineStyle(new BasicStroke(0)).setLineColor(tint);
  }

  void addLine(XYChart chart, EpsilonAxis axis) {
    List<Point> line = positive();
    if (line.size() < 2) {
      return;
    }
    double[] x = dense(line.stream().mapToDouble(p -> axis.place(p.epsilon())).toArray());
    double[] y = dense(line.stream().mapToDouble(p -> p.accuracy().mean()).toArray());
    XYSeries series = chart.addSeries("width " + width, x, y);
    // XChart paints only smooth lines as one path, which dashes need; dense ones stay straight.
    series.setSmooth(true).setMarker(SeriesMarkers.NONE);
    series.setLineStyle(stroke()).setLineColor(colour());
  }

  /** The values with others evenly between them. */
  private static double[] dense(double[] values) {
    double[] dense = new double[(values.length - 1) * DENSE + 1];
    for (int i = 0; i < dense.length; i++) {
      double from = values[i / DENSE];
      double to = values[Math.min(i / DENSE + 1, values.length - 1)];
      dense[i] = from + (to - from) * (i % DENSE) / DENSE;
    }
    return dense;
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
    XYSeries dot =
        chart.addSeries(
            "zero " + width,
            new double[] {place},
            new double[] {point.accuracy().mean()},
            new double[] {point.spread()});
    dot.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter).setLineColor(colour());
    dot.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(colour());
  }

  private Color colour() {
    return width == Figures.NO_RETINA ? ChartStyle.GREY : ChartStyle.viridis(place() / 5.0);
  }

  /** The powers of two from 1 to 32 stand at 0 to 5. */
  private int place() {
    return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(width);
  }

  private BasicStroke stroke() {
    if (width == Figures.NO_RETINA) {
      return new BasicStroke(3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }
    float[] dash = DASHES[place() % DASHES.length];
    return dash == null
        ? new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
        : new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
  }
}
