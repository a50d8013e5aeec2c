package org.opponency.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.ShareFrame;
import org.opponency.study.census.WidthShares;

/**
 * Shares of cells in the classes of Figure 2: bars stacked to 100 %, opponent to colour below, a
 * tick for the colour-opponent share of each single network.
 *
 * @param width of the whole in points
 * @param height of the whole
 * @param counted whether each bar's name and number of cells stand below it
 * @param places labels of the x axis
 * @param across title of the x axis, or nothing
 * @param bars those of each place, from the left
 */
public record SharesChart(
    int width,
    int height,
    boolean counted,
    List<String> places,
    String across,
    List<List<Bar>> bars)
    implements Drawing {
  private static final double FILLED = 0.88;
  private static final BasicStroke TICK = new BasicStroke(1f);
  private static final BasicStroke HALO = new BasicStroke(2.6f);
  private static final BasicStroke NULL =
      new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {3, 2}, 0);

  private static final Color COLOUR_ONLY = StackedShares.COLOURS.get(0);
  private static final Color BOTH = StackedShares.COLOURS.get(1);
  private static final Color LUMINANCE_ONLY = StackedShares.COLOURS.get(2);
  private static final Color NEITHER = StackedShares.COLOURS.get(3);
  private static final Color COLOUR = ChartStyle.SERIES.get(5);
  private static final Color REST = ChartStyle.mix(ChartStyle.GRID, Color.WHITE, 0.5);
  private static final Color EXPECTED = ChartStyle.SERIES.get(0);

  /**
   * One bar.
   *
   * @param name below it, a letter or nothing
   * @param shares what is stacked; only colour and the rest where greys were not shown
   * @param runs colour-opponent share of each single network
   * @param expected a share to compare with that of colour-opponent cells, if there is one
   */
  public record Bar(String name, WidthShares shares, List<Double> runs, OptionalDouble expected) {
    private boolean greys() {
      return !Double.isNaN(shares.neither());
    }
  }

  @Override
  public void paint(Graphics2D g) {
    ShareFrame frame =
        new ShareFrame(
            width, height, counted ? ShareFrame.COUNTS : 0, "share of cells (%)", places, across);
    frame.paint(g);
    for (int place = 0; place < places.size(); place++) {
      List<Bar> own = bars.get(place);
      double slot = FILLED / own.size();
      for (int i = 0; i < own.size(); i++) {
        double middle = frame.x(place - FILLED / 2 + (i + 0.5) * slot);
        paint(g, frame, own.get(i), middle, FILLED * slot * frame.placeWidth());
      }
    }
  }

  private void paint(Graphics2D g, ShareFrame frame, Bar bar, double middle, double breadth) {
    double left = middle - breadth / 2;
    stack(g, frame, bar, left, breadth);
    bar.expected().ifPresent(share -> expected(g, frame, share, left, breadth));
    bar.runs().forEach(share -> tick(g, frame, share, left, breadth));
    if (counted) {
      frame.paintCount(g, bar.name(), bar.shares().cells(), middle);
    }
  }

  private static void stack(Graphics2D g, ShareFrame frame, Bar bar, double left, double breadth) {
    WidthShares shares = bar.shares();
    boolean greys = bar.greys();
    double[] parts =
        greys
            ? new double[] {
              shares.colourOnly(),
              shares.colourAndLuminance(),
              shares.luminanceOnly(),
              shares.neither()
            }
            : new double[] {shares.colour(), 1 - shares.colour()};
    Color[] colours =
        greys
            ? new Color[] {COLOUR_ONLY, BOTH, LUMINANCE_ONLY, NEITHER}
            : new Color[] {COLOUR, REST};
    double below = 0;
    for (int i = 0; i < parts.length && shares.cells() > 0; i++) {
      frame.part(g, colours[i], left, breadth, below, parts[i]);
      below += parts[i];
    }
  }

  private static void expected(
      Graphics2D g, ShareFrame frame, double share, double left, double breadth) {
    double y = frame.y(share);
    g.setColor(EXPECTED);
    g.setStroke(NULL);
    g.draw(new Line2D.Double(left - 1, y, left + breadth + 1, y));
  }

  private static void tick(
      Graphics2D g, ShareFrame frame, double share, double left, double breadth) {
    double y = frame.y(share);
    Line2D line = new Line2D.Double(left, y, left + 0.4 * breadth, y);
    g.setColor(Color.WHITE);
    g.setStroke(HALO);
    g.draw(line);
    g.setColor(ChartStyle.INK);
    g.setStroke(TICK);
    g.draw(line);
  }

  /** What stands for what in some bars. */
  public static Legend legend(List<Bar> bars) {
    List<LegendEntry> entries =
        new ArrayList<>(
            List.of(
                square("opponent to colour only", COLOUR_ONLY),
                square("colour and luminance", BOTH),
                square("luminance only", LUMINANCE_ONLY),
                square("neither", NEITHER),
                new LegendEntry("to colour, single networks", ChartStyle.INK, TICK, 0)));
    if (bars.stream().anyMatch(bar -> !bar.greys())) {
      entries.add(square("published: to colour (greys not shown)", COLOUR));
      entries.add(square("published: not to colour", REST));
    }
    if (bars.stream().anyMatch(bar -> bar.expected().isPresent())) {
      entries.add(new LegendEntry("linear cells with random signs", EXPECTED, NULL, 0));
    }
    return new Legend(entries);
  }

  private static LegendEntry square(String label, Color colour) {
    return new LegendEntry(label, colour, null, 9);
  }
}
