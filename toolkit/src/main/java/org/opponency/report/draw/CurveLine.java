package org.opponency.report.draw;

import java.awt.Graphics2D;
import java.util.function.Consumer;

/**
 * The part of a drawing that differs from one cell to the next.
 *
 * @param width in points
 * @param height in points
 * @param painter paints it
 */
public record CurveLine(int width, int height, Consumer<Graphics2D> painter) implements Drawing {
  @Override
  public void paint(Graphics2D g) {
    painter.accept(g);
  }
}
