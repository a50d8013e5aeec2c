package org.opponency.report.draw;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A legend in lines: as many entries in each as fit.
 *
 * @param entries in their order
 */
public record Legend(List<LegendEntry> entries) {
  private static final int LINE = 19;
  private static final int GAP = 20;

  /** Height in points when no line may be wider than given. */
  public int height(double widest) {
    return LINE * lines(widest).size() + 6;
  }

  /** Paints it, its top left corner at x, y. */
  public void paint(Graphics2D g, double x, double y, double widest) {
    double baseline = y + 13;
    for (List<LegendEntry> line : lines(widest)) {
      double left = x;
      for (LegendEntry entry : line) {
        entry.paint(g, left, baseline);
        left += entry.width() + GAP;
      }
      baseline += LINE;
    }
  }

  private List<List<LegendEntry>> lines(double widest) {
    var lines = new ArrayList<List<LegendEntry>>();
    double used = Double.POSITIVE_INFINITY;
    for (LegendEntry entry : entries) {
      if (used + entry.width() > widest) {
        lines.add(new ArrayList<>());
        used = 0;
      }
      lines.get(lines.size() - 1).add(entry);
      used += entry.width() + GAP;
    }
    return lines;
  }
}
