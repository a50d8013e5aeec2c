package org.opponency.report.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.stream.Stream;
import org.opponency.evaluation.Measured;
import org.opponency.physiology.cone.ConeWeights;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.Mark;
import org.opponency.report.draw.SquareDrawing;

/**
 * Cone weights as physiologists draw them: the weight of L to the right, that of M up, a mark a
 * cell, coloured by the bottleneck's width. On the diamond's rim S has no part in a cell, in its
 * middle nothing else has. Cells at the upper left and lower right set L against M.
 *
 * @param side of the drawing in points
 * @param cells those without weights are not drawn
 */
public record ConeDiamond(int side, List<Measured<ConeWeights>> cells) implements SquareDrawing {
  private static final int MARGIN = 22;
  private static final double MARK = 6;
  private static final BasicStroke THIN = new BasicStroke(0.8f);

  @Override
  public void paint(Graphics2D g) {
    paintFrame(g);
    for (Measured<ConeWeights> cell : cells) {
      ConeWeights weights = cell.value();
      if (!weights.areUnknown()) {
        g.setColor(WidthStyle.of(cell.width()).colour());
        mark(weights).paint(g, x(weights.l()), y(weights.m()), MARK);
      }
    }
  }

  private void paintFrame(Graphics2D g) {
    g.setStroke(THIN);
    g.setColor(ChartStyle.GRID);
    g.draw(new Line2D.Double(x(-1), y(0), x(1), y(0)));
    g.draw(new Line2D.Double(x(0), y(-1), x(0), y(1)));
    g.setColor(ChartStyle.GREY);
    g.draw(diamond());
    ChartStyle.NOTE.right(g, "L", side, y(0) + 4);
    ChartStyle.NOTE.centred(g, "M", x(0), 12);
    ChartStyle.NOTE.left(g, "-L", 2, y(0) + 4);
    ChartStyle.NOTE.centred(g, "-M", x(0), side - 4.0);
  }

  private Path2D diamond() {
    var path = new Path2D.Double();
    path.moveTo(x(1), y(0));
    path.lineTo(x(0), y(1));
    path.lineTo(x(-1), y(0));
    path.lineTo(x(0), y(-1));
    path.closePath();
    return path;
  }

  private static Mark mark(ConeWeights weights) {
    return weights.s() < 0 ? Mark.SQUARE : Mark.CIRCLE;
  }

  private double x(double weight) {
    return MARGIN + (1 + weight) * (side - 2 * MARGIN) / 2.0;
  }

  private double y(double weight) {
    return x(-weight);
  }

  /** What stands for what. */
  public static Legend legend(List<Integer> widths) {
    return new Legend(
        Stream.concat(
                widths.stream().map(width -> WidthStyle.of(width).dotEntry()),
                Stream.of(
                    new LegendEntry("S excites", ChartStyle.GREY, null, 7, Mark.CIRCLE),
                    new LegendEntry("S inhibits", ChartStyle.GREY, null, 7, Mark.SQUARE)))
            .toList());
  }
}
