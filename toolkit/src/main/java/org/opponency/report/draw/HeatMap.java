package org.opponency.report.draw;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;
import org.opponency.images.RgbImage;
import org.opponency.report.draw.ValueAxis.Range;

/**
 * Values in rows and columns as colours, from the smallest (dark) to the largest; where all are
 * equal, a word instead.
 *
 * @param values (rows, columns)
 * @param rows labels of the rows, from the top; every fourth is written
 * @param columns labels of the columns; every fourth is written
 * @param rowTitle what the rows are
 * @param columnTitle what the columns are
 * @param flat the word for a map without differences
 */
public record HeatMap(
    float[][] values,
    List<String> rows,
    List<String> columns,
    String rowTitle,
    String columnTitle,
    String flat)
    implements Drawing {
  private static final int CELL_WIDTH = 7;
  private static final int CELL_HEIGHT = 11;
  private static final int TITLE = 13;
  private static final int LABELS = 28;
  private static final int EVERY = 4;

  @Override
  public int width() {
    return left() + CELL_WIDTH * columns.size() + 4;
  }

  @Override
  public int height() {
    return bottom() + 30;
  }

  @Override
  public void paint(Graphics2D g) {
    Range range = range();
    int across = CELL_WIDTH * columns.size();
    if (range.span() > 0) {
      PaintedImage.paint(g, picture(values, range), left(), 0, across, bottom(), false);
    } else {
      g.setColor(ChartStyle.GRID);
      g.fillRect(left(), 0, across, bottom());
      ChartStyle.HEADING.centred(g, flat, middle(), bottom() / 2.0 + 4);
    }
    paintLabels(g);
  }

  /** A pixel a value, viridis over a range. */
  public static RgbImage picture(float[][] values, Range range) {
    int columns = values[0].length;
    byte[] pixels = new byte[3 * columns * values.length];
    for (int i = 0; i < columns * values.length; i++) {
      double value = values[i / columns][i % columns];
      int rgb = ChartStyle.viridis((value - range.low()) / range.span()).getRGB();
      for (int channel = 0; channel < 3; channel++) {
        pixels[3 * i + channel] = (byte) (rgb >> (16 - 8 * channel));
      }
    }
    return new RgbImage(columns, values.length, pixels);
  }

  /** The smallest and the largest value. */
  public Range range() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (float[] row : values) {
      for (float value : row) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return new Range(low, high);
  }

  private void paintLabels(Graphics2D g) {
    for (int row = 0; row < rows.size(); row += EVERY) {
      ChartStyle.NOTE.right(g, rows.get(row), left() - 4, CELL_HEIGHT * (row + 1) - 1);
    }
    for (int column = 0; column < columns.size(); column += EVERY) {
      double place = left() + CELL_WIDTH * (column + 0.5);
      ChartStyle.NOTE.centred(g, columns.get(column), place, bottom() + 12);
    }
    ChartStyle.NOTE.centred(g, columnTitle, middle(), bottom() + 25);
    AffineTransform before = g.getTransform();
    g.translate(9, bottom() / 2.0);
    g.rotate(-Math.PI / 2);
    ChartStyle.NOTE.centred(g, rowTitle, 0, 0);
    g.setTransform(before);
  }

  private double middle() {
    return left() + CELL_WIDTH * columns.size() / 2.0;
  }

  private static int left() {
    return TITLE + LABELS;
  }

  private int bottom() {
    return CELL_HEIGHT * rows.size();
  }
}
