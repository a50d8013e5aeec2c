package org.opponency.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.Lettering;
import org.opponency.report.draw.PrintWidth;

/**
 * A figure's drawing between its title and its stamp, with a margin around: as wide as a journal's
 * column or page. What is wider or higher than the page is made smaller.
 */
record FigurePage(Figure figure) implements Drawing {
  private static final int MARGIN = 10;
  private static final int GAP = 8;
  private static final char TIED = '\u00a0';

  PrintWidth print() {
    return PrintWidth.holding(figure.drawing().width() + 2 * MARGIN);
  }

  @Override
  public int width() {
    return print().points();
  }

  @Override
  public int height() {
    return (int) Math.ceil(drawingBottom() + below());
  }

  private int below() {
    return GAP + blockHeight(stamp(), note()) + MARGIN;
  }

  @Override
  public void paint(Graphics2D g) {
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width(), height());
    paintLines(g, ChartStyle.TITLE, title(), MARGIN);
    AffineTransform before = g.getTransform();
    g.translate((width() - scale() * figure.drawing().width()) / 2, drawingTop());
    g.scale(scale(), scale());
    figure.drawing().paint(g);
    g.setTransform(before);
    paintLines(g, note(), stamp(), drawingBottom() + GAP);
  }

  private void paintLines(Graphics2D g, Lettering lettering, List<String> lines, double top) {
    double baseline = top + lettering.font().getSize2D();
    for (String line : lines) {
      lettering.left(g, line, MARGIN, baseline);
      baseline += lettering.lineHeight();
    }
  }

  /** 1 for a drawing that fits. */
  double scale() {
    double room = PrintWidth.HIGHEST - drawingTop() - below() - 1;
    return Math.min(
        1,
        Math.min((double) inside() / figure.drawing().width(), room / figure.drawing().height()));
  }

  private int inside() {
    return width() - 2 * MARGIN;
  }

  private int drawingTop() {
    return MARGIN + blockHeight(title(), ChartStyle.TITLE) + GAP;
  }

  private double drawingBottom() {
    return drawingTop() + scale() * figure.drawing().height();
  }

  private List<String> title() {
    return ChartStyle.TITLE.wrap(figure.title(), inside());
  }

  /** Broken between its parts only: a number stays with what it counts. */
  private List<String> stamp() {
    String parts = figure.stamp().replace(' ', TIED).replace(TIED + "·" + TIED, TIED + "· ");
    return note().wrap(parts, inside()).stream().map(line -> line.replace(TIED, ' ')).toList();
  }

  private static Lettering note() {
    return ChartStyle.NOTE;
  }

  private static int blockHeight(List<String> lines, Lettering lettering) {
    return (int) Math.ceil(lines.size() * lettering.lineHeight());
  }
}
