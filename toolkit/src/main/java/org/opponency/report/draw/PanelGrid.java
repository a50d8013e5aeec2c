package org.opponency.report.draw;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;

/**
 * Charts in a grid that share a legend and the titles of their axes.
 *
 * @param panels row by row
 * @param columns panels in a row
 * @param xTitle below the grid
 * @param yTitle along its left
 * @param legend above it
 */
public record PanelGrid(
    List<Panel> panels, int columns, String xTitle, String yTitle, Legend legend)
    implements Drawing {
  private static final int HEADING = 20;
  private static final int TITLE = 24;
  private static final int GAP = 10;

  /** The same without a legend, where another one stands for it. */
  public PanelGrid withoutLegend() {
    return new PanelGrid(panels, columns, xTitle, yTitle, new Legend(List.of()));
  }

  @Override
  public int width() {
    return TITLE + columns * panelWidth() + (columns - 1) * GAP;
  }

  @Override
  public int height() {
    int rows = (panels.size() + columns - 1) / columns;
    return legendHeight() + rows * panelHeight() + (rows - 1) * GAP + TITLE;
  }

  @Override
  public void paint(Graphics2D g) {
    legend.paint(g, TITLE + GAP, 0, width() - TITLE - GAP);
    for (int i = 0; i < panels.size(); i++) {
      int x = TITLE + i % columns * (panelWidth() + GAP);
      int y = legendHeight() + i / columns * (panelHeight() + GAP);
      paintPanel(g, panels.get(i), x, y);
      PanelLetter.paint(g, panels.size(), x, y + 14);
    }
    double middle = TITLE + (width() - TITLE) / 2.0;
    ChartStyle.AXIS.centred(g, xTitle, middle, height() - 7);
    paintYTitle(g);
  }

  private void paintPanel(Graphics2D g, Panel panel, int x, int y) {
    int top = panel.heading().isEmpty() ? 0 : HEADING;
    AffineTransform before = g.getTransform();
    g.translate(x, y + top);
    new PlottedLines(panel.chart()).paint(g);
    g.setTransform(before);
    // In the middle, but not over the panel's letter.
    double centred = x + (panelWidth() - ChartStyle.HEADING.width(panel.heading())) / 2;
    ChartStyle.HEADING.left(g, panel.heading(), Math.max(centred, x + PanelLetter.WIDTH), y + 14);
  }

  private void paintYTitle(Graphics2D g) {
    AffineTransform before = g.getTransform();
    g.translate(14, (legendHeight() + height() - TITLE) / 2.0);
    g.rotate(-Math.PI / 2);
    ChartStyle.AXIS.centred(g, yTitle, 0, 0);
    g.setTransform(before);
  }

  private int legendHeight() {
    return legend.height(width() - TITLE - GAP);
  }

  private int panelWidth() {
    return panels.get(0).chart().getWidth();
  }

  private int panelHeight() {
    Panel first = panels.get(0);
    return first.chart().getHeight() + (first.heading().isEmpty() ? 0 : HEADING);
  }
}
