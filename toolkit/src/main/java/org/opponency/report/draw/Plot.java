package org.opponency.report.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What charts are made of: lines, dots and bands, in the order in which they are painted. */
public final class Plot {
  private static final int TINT = 45;

  private Plot() {}

  /** A line without dots. */
  public static void line(
      XYChart chart, String name, double[] x, double[] y, BasicStroke stroke, Color colour) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineStyle(stroke).setLineColor(colour);
  }

  /** A straight line from one point to another. */
  public static void line(
      XYChart chart,
      String name,
      double fromX,
      double fromY,
      double toX,
      double toY,
      BasicStroke stroke,
      Color colour) {
    line(chart, name, new double[] {fromX, toX}, new double[] {fromY, toY}, stroke, colour);
  }

  /** Dots without a line. */
  public static void dots(
      XYChart chart, String name, double[] x, double[] y, Mark mark, Color colour) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    series.setMarker(mark.marker()).setMarkerColor(colour);
  }

  /**
   * A translucent band.
   *
   * @param low its lower rim, a value for each x
   * @param high its upper rim
   */
  public static void band(
      XYChart chart, String name, double[] x, double[] low, double[] high, Color colour) {
    Color tint = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), TINT);
    XYSeries band = chart.addSeries(name, thereAndBack(x, x), thereAndBack(high, low));
    band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea).setFillColor(tint);
    band.setMarker(SeriesMarkers.NONE).setLineStyle(new BasicStroke(0)).setLineColor(tint);
  }

  private static double[] thereAndBack(double[] there, double[] back) {
    int last = back.length - 1;
    return DoubleStream.concat(
            DoubleStream.of(there),
            DoubleStream.iterate(0, i -> i + 1).limit(back.length).map(i -> back[last - (int) i]))
        .toArray();
  }
}
