package org.opponency.models;

import java.util.stream.IntStream;
import org.opponency.stimuli.Aperture;

/**
 * Which pixels the cells of a layer see: on each axis, cell i of its map sees {@code size} pixels
 * from {@code i * stride - before} on. Those beyond the image's border are padding.
 *
 * @param size side of a cell's receptive field in pixels; {@link #EVERYTHING} for a layer without a
 *     map, whose cells see the whole image
 * @param stride pixels from one cell to the next
 * @param before pixels of the first cell's field beyond the image's border
 */
public record LayerField(int size, int stride, int before) {
  /** The size of a field that has no end, such as that of a class. */
  public static final int EVERYTHING = Integer.MAX_VALUE;

  /** The image itself: each pixel sees itself. */
  static final LayerField PIXEL = new LayerField(1, 1, 0);

  private static final LayerField WHOLE = new LayerField(EVERYTHING, 1, 0);

  /** Whether cells see the whole image, whatever its size; such a layer has no map. */
  public boolean isWhole() {
    return size == EVERYTHING;
  }

  /** Cells on a side of the layer's map of an image. */
  public int mapSide(int imageSide) {
    return (imageSide + stride - 1) / stride;
  }

  /** Row and column of the layer's centre cell: index size / 2 of its own map. */
  public int centre(int imageSide) {
    return mapSide(imageSide) / 2;
  }

  /** The part of an image that the centre cell sees, without padding. */
  public Aperture seen(int imageSide) {
    int first = Math.max(0, first(imageSide));
    return isWhole()
        ? Aperture.whole(imageSide)
        : new Aperture(first, Math.min(imageSide, end(imageSide)) - first);
  }

  /**
   * Side of the smallest image whose centre cell sees no padding.
   *
   * @param most returned where that takes a larger image
   */
  public int fullySeen(int most) {
    return IntStream.rangeClosed(Math.min(size, most), most)
        .filter(side -> seen(side).side() == size)
        .findFirst()
        .orElse(most);
  }

  /** First row and column that the centre cell sees; negative within the padding. */
  int first(int imageSide) {
    return centre(imageSide) * stride - before;
  }

  /** The row and column after the last that the centre cell sees. */
  int end(int imageSide) {
    return first(imageSide) + size;
  }

  /** The field behind one more operation. */
  LayerField through(Window window) {
    if (isWhole() || window.isWhole()) {
      return WHOLE;
    }
    return new LayerField(
        size + (window.kernel() - 1) * stride,
        stride * window.stride(),
        before + window.padding() * stride);
  }

  /** The field of the sum of two maps of one stride. */
  LayerField union(LayerField other) {
    int first = Math.max(before, other.before);
    int last = Math.max(size - before, other.size - other.before);
    return new LayerField(first + last, stride, first);
  }
}
