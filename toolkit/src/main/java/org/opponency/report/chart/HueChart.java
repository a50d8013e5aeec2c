package org.opponency.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.Panel;
import org.opponency.report.draw.PanelGrid;
import org.opponency.report.draw.Plot;
import org.opponency.report.draw.ValueAxis;

/**
 * How finely wavelengths are told apart: a panel a kind of networks, a line a group of them, each
 * as a share of its sum.
 *
 * @param wavelengths in nm, ascending
 * @param panels from the left
 */
public record HueChart(double[] wavelengths, List<Kind> panels) {
  private static final int WIDTH = 330;
  private static final int HEIGHT = 260;

  /**
   * A kind of networks.
   *
   * @param heading above its panel
   * @param lines those of each panel have the same names in the same order
   */
  public record Kind(String heading, List<Line> lines) {}

  /**
   * One line.
   *
   * @param name in the legend
   * @param values one a wavelength; all zero for no line
   * @param measured whether it is of networks, or something to compare them with
   */
  public record Line(String name, double[] values, boolean measured) {}

  /**
   * A point of a line.
   *
   * @param networks the panel's heading
   * @param line its name
   * @param wavelength in nm
   * @param sensitivity as a share of the line's sum
   */
  public record Point(String networks, String line, double wavelength, double sensitivity) {}

  /** What the chart shows, point by point. */
  public List<Point> points() {
    List<Point> points = new ArrayList<>();
    for (Kind kind : panels) {
      for (Line line : kind.lines()) {
        for (int i = 0; i < wavelengths.length; i++) {
          points.add(new Point(kind.heading(), line.name(), wavelengths[i], line.values()[i]));
        }
      }
    }
    return points;
  }

  /** The chart. */
  public PanelGrid grid() {
    return new PanelGrid(
        panels.stream().map(this::panel).toList(),
        panels.size(),
        "wavelength (nm)",
        "sensitivity, share of its sum",
        legend());
  }

  private Panel panel(Kind kind) {
    var chart = new XYChart(WIDTH, HEIGHT);
    ChartStyle.dress(chart);
    chart.getStyler().setXAxisDecimalPattern("#");
    chart.getStyler().setXAxisMin(wavelengths[0]);
    chart.getStyler().setXAxisMax(wavelengths[wavelengths.length - 1]);
    ValueAxis.positive("sensitivity").fit(chart, all());
    for (int i = 0; i < kind.lines().size(); i++) {
      Line line = kind.lines().get(i);
      if (DoubleStream.of(line.values()).sum() > 0) {
        Color colour = colour(kind.lines(), i);
        Plot.line(chart, line.name(), wavelengths, line.values(), stroke(kind.lines(), i), colour);
      }
    }
    return new Panel(kind.heading(), chart);
  }

  private DoubleStream all() {
    return panels.stream()
        .flatMap(kind -> kind.lines().stream())
        .flatMapToDouble(line -> DoubleStream.of(line.values()));
  }

  private Legend legend() {
    List<Line> lines = panels.get(0).lines();
    return new Legend(
        Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
            .map(i -> new LegendEntry(lines.get(i).name(), colour(lines, i), stroke(lines, i), 0))
            .toList());
  }

  /** No two by colour alone. */
  private static BasicStroke stroke(List<Line> lines, int place) {
    if (!lines.get(place).measured()) {
      return place == lines.size() - 1 ? new BasicStroke(1.4f) : ChartStyle.DASHED;
    }
    return place == 0 ? new BasicStroke(1.8f) : ChartStyle.LONG_DASHES;
  }

  /** What is there to compare with stands back. */
  private static Color colour(List<Line> lines, int place) {
    if (lines.get(place).measured()) {
      return ChartStyle.SERIES.get(place);
    }
    return place == lines.size() - 1 ? ChartStyle.PALE : ChartStyle.INK;
  }
}
