package org.opponency.report.draw;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Values in rows and columns as colours, from the smallest (dark) to the largest.
 *
 * @param values (rows, columns)
 * @param rows labels of the rows, from the top
 * @param columns labels of the columns; every fourth is written
 */
public record HeatMap(float[][] values, List<String> rows, List<String> columns)
    implements Drawing {
  private static final int CELL = 9;
  private static final int LABELS = 30;
  private static final int EVERY = 4;

  @Override
  public int width() {
    return LABELS + CELL * columns.size();
  }

  @Override
  public int height() {
    return CELL * rows.size() + 16;
  }

  @Override
  public void paint(Graphics2D g) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (float[] row : values) {
      for (float value : row) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    for (int row = 0; row < values.length; row++) {
      for (int column = 0; column < values[row].length; column++) {
        double share = high > low ? (values[row][column] - low) / (high - low) : 0;
        g.setColor(ChartStyle.viridis(share));
        g.fill(new Rectangle2D.Double(LABELS + CELL * column, CELL * row, CELL, CELL));
      }
    }
    paintLabels(g);
  }

  private void paintLabels(Graphics2D g) {
    for (int row = 0; row < rows.size(); row += EVERY) {
      ChartStyle.NOTE.right(g, rows.get(row), LABELS - 4, CELL * row + CELL);
    }
    for (int column = 0; column < columns.size(); column += EVERY) {
      double middle = LABELS + CELL * (column + 0.5);
      ChartStyle.NOTE.centred(g, columns.get(column), middle, CELL * rows.size() + 12);
    }
  }
}
