package org.opponency.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.Comparator;
import java.util.List;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.Mark;
import org.opponency.report.draw.ShareFrame;

/**
 * How evenly cells' responses lie about their baseline: a dot a cell, those of each place in order.
 *
 * @param width of the whole in points
 * @param height of the whole
 * @param places labels of the x axis
 * @param cells those of each place
 */
public record IndexChart(int width, int height, List<String> places, List<List<Cell>> cells)
    implements Drawing {
  /** Below it a cell goes less than 5 % of its range to one side of the baseline. */
  public static final double SLIVER = 0.1;

  private static final double FILLED = 0.84;
  private static final double DOT = 4;
  private static final Color PLAIN = ChartStyle.SERIES.get(0);
  private static final Color TURNING = ChartStyle.SERIES.get(1);

  /**
   * One cell.
   *
   * @param index 0 on one side of the baseline, 1 evenly about it; NaN is not drawn
   * @param turns whether its curve is V-shaped
   */
  public record Cell(double index, boolean turns) {}

  @Override
  public void paint(Graphics2D g) {
    ShareFrame frame =
        new ShareFrame(width, height, 0, "opponency index (%)", places, WidthStyle.AXIS);
    frame.paint(g);
    g.setColor(ChartStyle.GREY);
    g.setStroke(ChartStyle.DASHED);
    g.draw(
        new Line2D.Double(
            frame.x(-0.5), frame.y(SLIVER), frame.x(places.size() - 0.5), frame.y(SLIVER)));
    for (int place = 0; place < places.size(); place++) {
      paint(g, frame, place);
    }
  }

  private void paint(Graphics2D g, ShareFrame frame, int place) {
    List<Cell> known =
        cells.get(place).stream()
            .filter(cell -> !Double.isNaN(cell.index()))
            .sorted(Comparator.comparingDouble(Cell::index))
            .toList();
    g.setStroke(new BasicStroke(1f));
    for (int i = 0; i < known.size(); i++) {
      double x = frame.x(place - FILLED / 2 + FILLED * (i + 0.5) / known.size());
      double y = frame.y(known.get(i).index());
      g.setColor(known.get(i).turns() ? TURNING : PLAIN);
      (known.get(i).turns() ? Mark.DIAMOND : Mark.CIRCLE).paint(g, x, y, DOT);
    }
  }

  public static Legend legend() {
    return new Legend(
        List.of(
            new LegendEntry("a cell", PLAIN, null, 7),
            new LegendEntry(
                "a cell whose curve over greys is V-shaped", TURNING, null, 7, Mark.DIAMOND),
            new LegendEntry(
                "5 % of the range on one side", ChartStyle.GREY, ChartStyle.DASHED, 0)));
  }
}
