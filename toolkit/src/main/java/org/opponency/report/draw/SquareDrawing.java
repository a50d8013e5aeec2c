package org.opponency.report.draw;

/** A drawing as wide as it is high. */
public interface SquareDrawing extends Drawing {
  /** Its side in points. */
  int side();

  @Override
  default int width() {
    return side();
  }

  @Override
  default int height() {
    return side();
  }
}
