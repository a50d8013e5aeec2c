package org.opponency.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.opponency.physiology.CellClass;
import org.opponency.report.draw.CategoryAxis;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.ValueAxis;
import org.opponency.study.results.ClassShare;

/**
 * Shares of cells in the classes of Figure 2: a line a class over places at equal distances, mean
 * and standard deviation. Lines stand a little beside each other, so that their bars can be seen.
 */
public final class SharesChart {
  private static final BasicStroke LINE = new BasicStroke(1.4f);
  private static final double BESIDE = 0.07;
  private static final ValueAxis AXIS = ValueAxis.percent("share of cells");

  private static final Map<CellClass, Color> COLOURS =
      Map.of(
          CellClass.COLOUR_AND_LUMINANCE, ChartStyle.SERIES.get(3),
          CellClass.LUMINANCE_ONLY, ChartStyle.INK,
          CellClass.COLOUR_ONLY, ChartStyle.SERIES.get(1),
          CellClass.NEITHER, ChartStyle.SERIES.get(4));

  private SharesChart() {}

  /**
   * A chart.
   *
   * @param places labels of the x axis
   * @param shares for each place its rows, one a class
   */
  public static XYChart of(
      int width, int height, List<String> places, List<List<ClassShare>> shares) {
    var chart = new XYChart(width, height);
    ChartStyle.dress(chart);
    new CategoryAxis(places).fit(chart);
    AXIS.fit(chart, DoubleStream.of(0, 1));
    for (CellClass type : CellClass.values()) {
      add(chart, type, shares);
    }
    return chart;
  }

  private static void add(XYChart chart, CellClass type, List<List<ClassShare>> shares) {
    List<ClassShare> rows =
        shares.stream().flatMap(place -> place.stream().filter(row -> row.type() == type)).toList();
    double shift = (type.ordinal() - 1.5) * BESIDE;
    int[] alive = IntStream.range(0, rows.size()).filter(i -> rows.get(i).runs() > 0).toArray();
    if (alive.length == 0) {
      return;
    }
    XYSeries series =
        chart.addSeries(
            type.label(),
            IntStream.of(alive).mapToDouble(i -> i + shift).toArray(),
            IntStream.of(alive).mapToDouble(i -> rows.get(i).mean()).toArray(),
            IntStream.of(alive).mapToDouble(i -> rows.get(i).sd()).toArray());
    series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(COLOURS.get(type));
    series.setLineStyle(LINE).setLineColor(COLOURS.get(type));
  }

  public static String axisTitle() {
    return AXIS.fullTitle();
  }

  public static Legend legend() {
    return new Legend(
        Stream.of(CellClass.values())
            .map(type -> new LegendEntry(type.label(), COLOURS.get(type), LINE, 7))
            .toList());
  }
}
