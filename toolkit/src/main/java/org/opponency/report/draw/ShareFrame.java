package org.opponency.report.draw;

import static org.opponency.io.Text.format;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Axes of shares from 0 to 100 %, exactly, over places at equal distances.
 *
 * @param width of the whole in points
 * @param height of the whole
 * @param foot points between the axis and the labels of the places, for notes
 * @param title of the y axis; stands above it
 * @param places labels of the x axis, from the left
 * @param across title of the x axis, below the labels; empty where they speak for themselves
 */
public record ShareFrame(
    int width, int height, int foot, String title, List<String> places, String across) {
  /** The foot for {@link #paintCount}. */
  public static final int COUNTS = 28;

  private static final int LEFT = 30;
  private static final int RIGHT = 4;
  private static final int TOP = 20;
  private static final int LABELS = 18;
  private static final int ACROSS = 15;
  private static final int STEP = 25;
  private static final BasicStroke THIN = new BasicStroke(0.8f);

  /** Middle of a place, counted from 0; halves lie between places. */
  public double x(double place) {
    return LEFT + (place + 0.5) * placeWidth();
  }

  /** Points from one place to the next. */
  public double placeWidth() {
    return (double) (width - LEFT - RIGHT) / places.size();
  }

  /** Where a share lies. */
  public double y(double share) {
    return bottom() - share * (bottom() - TOP);
  }

  /** Where 0 lies. */
  public double bottom() {
    return height - LABELS - foot - below();
  }

  private int below() {
    return across.isEmpty() ? 0 : ACROSS;
  }

  /** Grid lines and labels. */
  public void paint(Graphics2D g) {
    ChartStyle.NOTE.left(g, title, 0, 10);
    for (int percent = 0; percent <= 100; percent += STEP) {
      double y = y(percent / 100.0);
      line(g, y);
      ChartStyle.LABEL.right(g, format("%d", percent), LEFT - 5, y + 4);
    }
    for (int i = 0; i < places.size(); i++) {
      ChartStyle.LABEL.centred(g, places.get(i), x(i), height - 5 - below());
    }
    ChartStyle.LABEL.centred(g, across, (LEFT + width - RIGHT) / 2.0, height - 4);
  }

  /** The name of a bar and the number that it is of, below its middle. */
  public void paintCount(Graphics2D g, String name, int count, double middle) {
    ChartStyle.LABEL.centred(g, name, middle, bottom() + 13);
    ChartStyle.NOTE.centred(g, format("%d", count), middle, bottom() + 25);
  }

  private void line(Graphics2D g, double y) {
    g.setColor(ChartStyle.GRID);
    g.setStroke(THIN);
    g.draw(new Line2D.Double(LEFT, y, (double) width - RIGHT, y));
  }

  /**
   * A part of a stacked bar; a thin white line parts it from the one below.
   *
   * @param left edge of the bar in points
   * @param breadth of the bar in points
   * @param from where the part begins, a share
   * @param share how far it reaches
   */
  public void part(
      Graphics2D g, Color colour, double left, double breadth, double from, double share) {
    double top = y(from + share);
    g.setColor(colour);
    g.fill(new Rectangle2D.Double(left, top, breadth, y(from) - top));
    if (from > 0 && share > 0) {
      g.setColor(Color.WHITE);
      g.setStroke(THIN);
      g.draw(new Line2D.Double(left, y(from), left + breadth, y(from)));
    }
  }
}
