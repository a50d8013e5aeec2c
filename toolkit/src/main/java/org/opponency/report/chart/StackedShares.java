package org.opponency.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.IntStream;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.ShareFrame;

/**
 * Shares of cells in some classes, stacked to 100 %: a bar for each kind of networks at each place.
 *
 * @param width of the whole in points
 * @param height of the whole
 * @param places labels of the x axis
 * @param names of the bars of each place, a letter each; stand below them
 * @param bars those of each place, from the left; of each the shares of the classes, from below; a
 *     bar of NaN is left out
 */
public record StackedShares(
    int width, int height, List<String> places, List<String> names, List<List<double[]>> bars)
    implements Drawing {
  private static final int NAMES = 14;
  private static final double FILLED = 0.8;

  /** Of four classes, each of another lightness. */
  static final List<Color> COLOURS =
      List.of(
          ChartStyle.SERIES.get(1), ChartStyle.SERIES.get(4), new Color(0x404040), ChartStyle.GRID);

  @Override
  public void paint(Graphics2D g) {
    ShareFrame frame =
        new ShareFrame(width, height, NAMES, "share of cells (%)", places, WidthStyle.AXIS);
    frame.paint(g);
    for (int place = 0; place < places.size(); place++) {
      List<double[]> own = bars.get(place);
      for (int i = 0; i < own.size(); i++) {
        double left = place - FILLED / 2 + FILLED * i / own.size();
        double breadth = 0.92 * FILLED / own.size();
        stack(g, frame, own.get(i), frame.x(left), breadth * frame.placeWidth());
        ChartStyle.LABEL.centred(
            g, names.get(i), frame.x(left + breadth / 2), frame.bottom() + NAMES - 1);
      }
    }
  }

  private static void stack(
      Graphics2D g, ShareFrame frame, double[] parts, double left, double breadth) {
    double below = 0;
    for (int i = 0; i < parts.length && !Double.isNaN(parts[i]); i++) {
      frame.part(g, COLOURS.get(i), left, breadth, below, parts[i]);
      below += parts[i];
    }
  }

  /** What the classes are called, from below, at most four. */
  public static Legend legend(List<String> classes) {
    return new Legend(
        IntStream.range(0, classes.size())
            .mapToObj(i -> new LegendEntry(classes.get(i), COLOURS.get(i), null, 9))
            .toList());
  }
}
