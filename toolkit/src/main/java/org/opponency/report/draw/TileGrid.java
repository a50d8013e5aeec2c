package org.opponency.report.draw;

import static org.opponency.io.Text.format;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Drawings of any size in rows, each below its heading, under one legend. Columns are as wide and
 * rows as high as the largest drawing in them.
 *
 * @param tiles row by row
 * @param columns tiles in a row
 * @param legend above them; without entries for none
 */
public record TileGrid(List<Tile> tiles, int columns, Legend legend) implements Drawing {
  private static final int HEADING = 20;
  private static final int GAP = 14;

  public TileGrid {
    if (tiles.isEmpty() || columns < 1) {
      throw new IllegalArgumentException(
          format("Expected drawings and columns, got %d and %d", tiles.size(), columns));
    }
    tiles = List.copyOf(tiles);
  }

  public static TileGrid of(List<Tile> tiles, int columns) {
    return new TileGrid(tiles, columns, new Legend(List.of()));
  }

  @Override
  public int width() {
    return left(Math.min(columns, tiles.size())) - GAP;
  }

  @Override
  public int height() {
    return top((tiles.size() + columns - 1) / columns) - GAP;
  }

  @Override
  public void paint(Graphics2D g) {
    if (!legend.entries().isEmpty()) {
      legend.paint(g, 0, 0, width());
    }
    for (int i = 0; i < tiles.size(); i++) {
      paint(g, tiles.get(i), left(i % columns), top(i / columns));
    }
  }

  private void paint(Graphics2D g, Tile tile, int x, int y) {
    int heading = heading(tile);
    if (heading > 0) {
      if (letter(tile) > 0) {
        PanelLetter.paint(g, tiles.size(), x, y + 14);
      }
      ChartStyle.HEADING.left(g, tile.heading(), x + letter(tile), y + 14);
    }
    AffineTransform before = g.getTransform();
    g.translate(x, y + heading);
    tile.drawing().paint(g);
    g.setTransform(before);
  }

  private int left(int column) {
    return IntStream.range(0, column).map(c -> columnWidth(c) + GAP).sum();
  }

  private int top(int row) {
    int above = legend.entries().isEmpty() ? 0 : legend.height(width());
    return above + IntStream.range(0, row).map(r -> rowHeight(r) + GAP).sum();
  }

  private int columnWidth(int column) {
    return IntStream.range(0, tiles.size())
        .filter(i -> i % columns == column)
        .map(i -> width(tiles.get(i)))
        .max()
        .orElse(0);
  }

  /** A heading over panels that have letters themselves needs none. */
  private int letter(Tile tile) {
    boolean lettered = tile.drawing() instanceof PanelGrid grid && grid.panels().size() > 1;
    return tiles.size() > 1 && !lettered ? PanelLetter.WIDTH : 0;
  }

  private int width(Tile tile) {
    int heading = letter(tile) + (int) Math.ceil(ChartStyle.HEADING.width(tile.heading()));
    return Math.max(heading, tile.drawing().width());
  }

  private int rowHeight(int row) {
    return tiles.stream()
        .skip((long) row * columns)
        .limit(columns)
        .mapToInt(tile -> heading(tile) + tile.drawing().height())
        .max()
        .orElse(0);
  }

  private static int heading(Tile tile) {
    return tile.heading().isEmpty() ? 0 : HEADING;
  }
}
