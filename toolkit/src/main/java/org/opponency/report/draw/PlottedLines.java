package org.opponency.report.draw;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Set;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A chart whose lines are one path each. XChart paints every piece of a line by itself, which
 * begins its dashes anew and rounds its places.
 */
final class PlottedLines {
  private static final Set<XYSeriesRenderStyle> OTHERS =
      Set.of(XYSeriesRenderStyle.Scatter, XYSeriesRenderStyle.PolygonArea);

  private final XYChart chart;
  private final List<XYSeries> lines;

  PlottedLines(XYChart chart) {
    this.chart = chart;
    lines =
        chart.getSeriesCollection().stream()
            .filter(series -> series.getXYSeriesRenderStyle().filter(OTHERS::contains).isEmpty())
            .filter(series -> series.getLineStyle() != null)
            .filter(series -> series.getLineStyle() != SeriesLines.NONE)
            .toList();
  }

  /** Paints the chart, its lines, and marks an axis that does not begin at zero. */
  void paint(Graphics2D g) {
    List<BasicStroke> strokes = lines.stream().map(XYSeries::getLineStyle).toList();
    lines.forEach(line -> line.setLineStyle(SeriesLines.NONE));
    chart.paint(g, chart.getWidth(), chart.getHeight());
    for (int i = 0; i < lines.size(); i++) {
      lines.get(i).setLineStyle(strokes.get(i));
    }
    Shape clip = g.getClip();
    g.clip(plot());
    lines.forEach(line -> paint(g, line));
    g.setClip(clip);
    chart.getSeriesCollection().forEach(series -> paintDots(g, series));
    if (style().getYAxisMin() > 0) {
      paintCut(g);
    }
  }

  private void paint(Graphics2D g, XYSeries line) {
    var path = new Path2D.Double();
    double[] x = line.getXData();
    double[] y = line.getYData();
    for (int i = 0; i < x.length; i++) {
      if (i == 0) {
        path.moveTo(x(x[i]), y(y[i]));
      } else {
        path.lineTo(x(x[i]), y(y[i]));
      }
    }
    g.setColor(line.getLineColor());
    g.setStroke(line.getLineStyle());
    g.draw(path);
  }

  /** Again, because the lines now lie over them. */
  private void paintDots(Graphics2D g, XYSeries series) {
    if (series.getMarker() == null || series.getMarker() == SeriesMarkers.NONE) {
      return;
    }
    g.setColor(series.getMarkerColor());
    for (int i = 0; i < series.getXData().length; i++) {
      double x = x(series.getXData()[i]);
      double y = y(series.getYData()[i]);
      series.getMarker().paint(g, x, y, style().getMarkerSize());
    }
  }

  /** Two strokes across the axis near its foot. */
  private void paintCut(Graphics2D g) {
    double left = x(style().getXAxisMin());
    double foot = y(style().getYAxisMin()) - 7;
    g.setColor(ChartStyle.GREY);
    g.setStroke(new BasicStroke(1.2f));
    for (int i = 0; i < 2; i++) {
      var slash = new Path2D.Double();
      slash.moveTo(left - 4, foot - 4 * i + 2);
      slash.lineTo(left + 4, foot - 4 * i - 2);
      g.draw(slash);
    }
  }

  private Rectangle2D plot() {
    double left = x(style().getXAxisMin());
    double top = y(style().getYAxisMax());
    return new Rectangle2D.Double(
        left, top, x(style().getXAxisMax()) - left, y(style().getYAxisMin()) - top);
  }

  private double x(double value) {
    return chart.getScreenXFromChart(value);
  }

  private double y(double value) {
    return chart.getScreenYFromChart(value);
  }

  private XYStyler style() {
    return chart.getStyler();
  }
}
