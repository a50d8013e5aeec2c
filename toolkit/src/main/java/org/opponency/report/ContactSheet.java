package org.opponency.report;

import static org.opponency.io.Text.format;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opponency.images.ImageSet;
import org.opponency.images.RgbImage;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.PaintedImage;
import org.opponency.report.draw.Raster;

/**
 * Images in a grid, row by row, each in a square cell with its caption below.
 *
 * @param images at least one
 * @param columns images in a row
 * @param cell side of a cell in points
 * @param smooth whether enlarged images are interpolated; else their pixels are squares
 * @param captions one for each image, or none at all
 * @param rowLabels one for each row, at its left, or none at all
 */
public record ContactSheet(
    List<RgbImage> images,
    int columns,
    int cell,
    boolean smooth,
    List<String> captions,
    List<String> rowLabels)
    implements Drawing {
  private static final int GAP = 8;
  private static final int LABEL_GAP = 10;
  private static final int MOST_COLUMNS = 10;
  private static final int USUAL_CELL = 84;

  /** Refuses lists whose lengths do not fit each other. */
  public ContactSheet {
    if (images.isEmpty() || columns < 1 || cell < 1) {
      throw new IllegalArgumentException(
          format(
              "Expected images, columns and a cell size, got %d, %d and %d",
              images.size(), columns, cell));
    }
    images = List.copyOf(images);
    captions = fitting("captions", captions, images.size());
    rowLabels = fitting("row labels", rowLabels, rows(images.size(), columns));
  }

  /** A sheet of at most ten columns without captions. */
  public static ContactSheet of(List<RgbImage> images) {
    int columns = Math.max(1, Math.min(MOST_COLUMNS, images.size()));
    return new ContactSheet(images, columns, USUAL_CELL, false, List.of(), List.of());
  }

  /**
   * The first images of a set, each above its caption.
   *
   * @param count at most so many
   * @param caption of the image at an index
   */
  public static ContactSheet of(ImageSet images, int count, IntFunction<String> caption) {
    int shown = Math.min(count, images.size());
    return of(IntStream.range(0, shown).mapToObj(images::image).toList())
        .captions(IntStream.range(0, shown).mapToObj(caption).toList());
  }

  /** Whole sets of the same size, a row each. */
  public static ContactSheet rows(ImageSet... sets) {
    return of(Stream.of(sets)
            .flatMap(set -> IntStream.range(0, set.size()).mapToObj(set::image))
            .toList())
        .columns(sets[0].size());
  }

  /** The same with so many images in a row. */
  public ContactSheet columns(int number) {
    return new ContactSheet(images, number, cell, smooth, captions, rowLabels);
  }

  /** The same with cells of so many points. */
  public ContactSheet cell(int points) {
    return new ContactSheet(images, columns, points, smooth, captions, rowLabels);
  }

  /** The same with cells that fill so many points across, none larger than given. */
  public ContactSheet filling(int across, int largest) {
    return cell(Math.min(largest, (across - labelWidth() + GAP) / columns - GAP));
  }

  /** The same, enlarged images interpolated. */
  public ContactSheet interpolated() {
    return new ContactSheet(images, columns, cell, true, captions, rowLabels);
  }

  /** The same with a caption below each image. */
  public ContactSheet captions(List<String> texts) {
    return new ContactSheet(images, columns, cell, smooth, texts, rowLabels);
  }

  /** The same with a label at the left of each row; set the columns first. */
  public ContactSheet rowLabels(List<String> texts) {
    return new ContactSheet(images, columns, cell, smooth, captions, texts);
  }

  /** The sheet as a picture, two pixels to a point. */
  public BufferedImage image() {
    return Raster.image(this);
  }

  /** What stands in for the picture where only text can be shown. */
  @Override
  public String toString() {
    return format("[%d images in %d columns]%n", images.size(), columns);
  }

  @Override
  public int width() {
    return labelWidth() + columns * step() - GAP;
  }

  @Override
  public int height() {
    return top(rows(images.size(), columns)) - GAP;
  }

  @Override
  public void paint(Graphics2D g) {
    for (int i = 0; i < images.size(); i++) {
      int x = labelWidth() + i % columns * step() + (step() - GAP - cell) / 2;
      int y = top(i / columns);
      PaintedImage.paint(g, images.get(i), x, y, cell, smooth);
      if (!captions.isEmpty()) {
        paintLines(g, captionLines(captions.get(i)), x + cell / 2.0, y + cell);
      }
    }
    for (int row = 0; row < rowLabels.size(); row++) {
      double middle = top(row) + cell / 2.0 + 4;
      ChartStyle.HEADING.right(g, rowLabels.get(row), labelWidth() - LABEL_GAP, middle);
    }
  }

  private static void paintLines(Graphics2D g, List<String> lines, double middle, double top) {
    double baseline = top + ChartStyle.NOTE.lineHeight();
    for (String line : lines) {
      ChartStyle.NOTE.centred(g, line, middle, baseline);
      baseline += ChartStyle.NOTE.lineHeight();
    }
  }

  private List<String> captionLines(String caption) {
    return caption.isBlank() ? List.of() : ChartStyle.NOTE.wrap(caption, step() - 2);
  }

  /** From one image to the next: no word of a caption reaches into its neighbour's. */
  private int step() {
    double widest =
        captions.stream()
            .flatMap(caption -> Stream.of(caption.strip().split("\\s+")))
            .mapToDouble(ChartStyle.NOTE::width)
            .max()
            .orElse(0);
    return Math.max(cell, (int) Math.ceil(widest)) + GAP;
  }

  private int labelWidth() {
    double widest = rowLabels.stream().mapToDouble(ChartStyle.HEADING::width).max().orElse(0);
    return rowLabels.isEmpty() ? 0 : (int) Math.ceil(widest) + LABEL_GAP;
  }

  /** Where a row begins: below the longest captions of each row before it. */
  private int top(int row) {
    return IntStream.range(0, row).map(this::rowHeight).sum();
  }

  private int rowHeight(int row) {
    int end = Math.min(captions.size(), (row + 1) * columns);
    int lines =
        IntStream.range(row * columns, end)
            .map(i -> captionLines(captions.get(i)).size())
            .max()
            .orElse(0);
    int caption = lines == 0 ? 0 : (int) Math.ceil(lines * ChartStyle.NOTE.lineHeight()) + 4;
    return cell + caption + GAP;
  }

  private static int rows(int images, int columns) {
    return (images + columns - 1) / columns;
  }

  private static List<String> fitting(String what, List<String> texts, int expected) {
    if (!texts.isEmpty() && texts.size() != expected) {
      throw new IllegalArgumentException(
          format("Expected %d %s or none, got %d", expected, what, texts.size()));
    }
    return List.copyOf(texts);
  }
}
