package org.opponency.report.draw;

import java.awt.Graphics2D;
import org.knowm.xchart.internal.chartpart.IChart;

/** A chart of XChart at its own size. */
public record ChartDrawing(IChart chart) implements Drawing {
  @Override
  public int width() {
    return chart.getWidth();
  }

  @Override
  public int height() {
    return chart.getHeight();
  }

  @Override
  public void paint(Graphics2D g) {
    chart.paint(g, width(), height());
  }
}
