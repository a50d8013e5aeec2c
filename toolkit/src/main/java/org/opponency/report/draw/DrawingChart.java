package org.opponency.report.draw;

import java.awt.Graphics2D;
import org.knowm.xchart.internal.chartpart.IChart;

/** A drawing as XChart's vector writer takes it: it asks for no more than this. */
record DrawingChart(Drawing drawing) implements IChart {
  @Override
  public void paint(Graphics2D g, int width, int height) {
    drawing.paint(g);
  }

  @Override
  public int getWidth() {
    return drawing.width();
  }

  @Override
  public int getHeight() {
    return drawing.height();
  }

  @Override
  public String getTitle() {
    return "";
  }
}
