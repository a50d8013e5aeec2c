package org.opponency.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.IntStream;
import org.opponency.io.Fraction;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.ShareFrame;
import org.opponency.study.results.WeightOrigin;

/**
 * Shares of cells in some classes, stacked to 100 %: at each width a bar for trained networks (T)
 * and one for random weights (R), its number of cells below it.
 *
 * @param width of the whole in points
 * @param height of the whole
 * @param parts of all bars, those of a bar from below; at most four classes
 */
public record StackedShares(int width, int height, List<Part> parts) implements Drawing {
  private static final double FILLED = 0.8;

  /** Of four classes, each of another lightness. */
  static final List<Color> COLOURS =
      List.of(
          ChartStyle.SERIES.get(1), ChartStyle.SERIES.get(4), new Color(0x404040), ChartStyle.GRID);

  /**
   * A part of a bar.
   *
   * @param by what the classes go by
   * @param networks of which kind
   * @param width N_BN
   * @param cells that the whole bar stands for
   * @param type the class
   * @param share of these cells that are of it; NaN without cells
   */
  public record Part(
      String by,
      WeightOrigin networks,
      int width,
      int cells,
      String type,
      @Fraction double share) {}

  @Override
  public void paint(Graphics2D g) {
    List<Integer> widths = parts.stream().map(Part::width).distinct().sorted().toList();
    List<String> places = widths.stream().map(String::valueOf).toList();
    ShareFrame frame =
        new ShareFrame(
            width, height, ShareFrame.COUNTS, "share of cells (%)", places, WidthStyle.AXIS);
    frame.paint(g);
    for (int place = 0; place < places.size(); place++) {
      double slot = FILLED / WeightOrigin.values().length;
      for (WeightOrigin networks : WeightOrigin.values()) {
        double left = place - FILLED / 2 + slot * networks.ordinal();
        double breadth = 0.92 * slot * frame.placeWidth();
        paint(g, frame, bar(widths.get(place), networks), frame.x(left), breadth);
      }
    }
  }

  private List<Part> bar(int bottleneck, WeightOrigin networks) {
    return parts.stream()
        .filter(part -> part.width() == bottleneck && part.networks() == networks)
        .toList();
  }

  private static void paint(
      Graphics2D g, ShareFrame frame, List<Part> bar, double left, double breadth) {
    double below = 0;
    for (int i = 0; i < bar.size() && bar.get(i).cells() > 0; i++) {
      frame.part(g, COLOURS.get(i), left, breadth, below, bar.get(i).share());
      below += bar.get(i).share();
    }
    String name = bar.get(0).networks() == WeightOrigin.TRAINED ? "T" : "R";
    frame.paintCount(g, name, bar.get(0).cells(), left + breadth / 2);
  }

  /** What the classes are called, from below. */
  public Legend legend() {
    List<String> types = parts.stream().map(Part::type).distinct().toList();
    return new Legend(
        IntStream.range(0, types.size())
            .mapToObj(i -> new LegendEntry(types.get(i), COLOURS.get(i), null, 9))
            .toList());
  }
}
