package org.opponency.report.draw;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;

/**
 * Drawings below each other, without letters or headings.
 *
 * @param parts from the top
 */
public record Stack(List<Drawing> parts) implements Drawing {
  private static final int GAP = 12;

  public Stack {
    parts = List.copyOf(parts);
  }

  @Override
  public int width() {
    return parts.stream().mapToInt(Drawing::width).max().orElse(0);
  }

  @Override
  public int height() {
    return parts.stream().mapToInt(part -> part.height() + GAP).sum() - GAP;
  }

  @Override
  public void paint(Graphics2D g) {
    AffineTransform before = g.getTransform();
    for (Drawing part : parts) {
      part.paint(g);
      g.translate(0, part.height() + GAP);
    }
    g.setTransform(before);
  }
}
