package org.opponency.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.Lettering;

/** A figure's drawing between its title and its stamp, with a margin around. */
record FigurePage(Figure figure) implements Drawing {
  private static final int MARGIN = 16;
  private static final int GAP = 10;

  @Override
  public int width() {
    return figure.drawing().width() + 2 * MARGIN;
  }

  @Override
  public int height() {
    return drawingTop() + figure.drawing().height() + GAP + blockHeight(stamp(), note()) + MARGIN;
  }

  @Override
  public void paint(Graphics2D g) {
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width(), height());
    paintLines(g, ChartStyle.TITLE, title(), MARGIN);
    AffineTransform before = g.getTransform();
    g.translate(MARGIN, drawingTop());
    figure.drawing().paint(g);
    g.setTransform(before);
    paintLines(g, note(), stamp(), drawingTop() + figure.drawing().height() + GAP);
  }

  private void paintLines(Graphics2D g, Lettering lettering, List<String> lines, double top) {
    double baseline = top + lettering.font().getSize2D();
    for (String line : lines) {
      lettering.left(g, line, MARGIN, baseline);
      baseline += lettering.lineHeight();
    }
  }

  private int drawingTop() {
    return MARGIN + blockHeight(title(), ChartStyle.TITLE) + GAP;
  }

  private List<String> title() {
    return ChartStyle.TITLE.wrap(figure.title(), figure.drawing().width());
  }

  private List<String> stamp() {
    return note().wrap(figure.stamp(), figure.drawing().width());
  }

  private static Lettering note() {
    return ChartStyle.NOTE;
  }

  private static int blockHeight(List<String> lines, Lettering lettering) {
    return (int) Math.ceil(lines.size() * lettering.lineHeight());
  }
}
