package org.opponency.images;

import java.util.Arrays;

/**
 * Antialiased bilinear resizing, bit-equal to {@code Image.resize(size, BILINEAR)} of Pillow
 * (src/libImaging/Resample.c): a triangle filter as wide as the reduction, in 8-bit fixed point,
 * first along rows, then along columns, each pass rounded to bytes.
 */
public final class Resampling {
  private final byte[] in;
  private final int rowBytes;
  private final int corner;
  private final ResamplingWeights columns;
  private final ResamplingWeights rows;

  /** The last rows that were narrowed; row y is in {@code y % recent.length}. */
  private final int[][] recent;

  private Resampling(Picture image, Box source, int width, int height, Box kept) {
    columns = ResamplingWeights.of(source.width(), width, kept.x(), kept.width());
    rows = ResamplingWeights.of(source.height(), height, kept.y(), kept.height());
    recent = new int[rows.each()][3 * kept.width()];
    in = image.top(source.y() + rows.end(kept.height() - 1)).pixels();
    rowBytes = 3 * image.width();
    corner = source.y() * rowBytes + 3 * source.x();
  }

  /** The whole image resized to {@code width x height} pixels. */
  public static RgbImage resize(Picture image, int width, int height) {
    Box whole = Box.of(image.width(), image.height());
    return resize(image, whole, width, height, Box.of(width, height));
  }

  /**
   * Crops, resizes and crops again; decodes and computes only what the last crop keeps.
   *
   * @param source the part of the image to resize; nothing outside it is seen
   * @param width columns that {@code source} is resized to
   * @param height rows that {@code source} is resized to
   * @param kept the part of the resized image to return
   * @throws IllegalArgumentException if a box leaves what it is cut from
   */
  public static RgbImage resize(Picture image, Box source, int width, int height, Box kept) {
    source.mustLieIn(image.width(), image.height());
    kept.mustLieIn(width, height);
    byte[] pixels = new Resampling(image, source, width, height, kept).pixels();
    return new RgbImage(kept.width(), kept.height(), pixels);
  }

  /** Each row is narrowed once, just before the first row of output that needs it. */
  private byte[] pixels() {
    int length = 3 * columns.count();
    byte[] out = new byte[length * rows.count()];
    int[] sums = new int[length];
    int narrowed = rows.first(0);
    for (int y = 0; y < rows.count(); y++) {
      for (; narrowed < rows.end(y); narrowed++) {
        narrow(corner + narrowed * rowBytes, recent[narrowed % recent.length]);
      }
      sum(y, sums);
      for (int i = 0; i < length; i++) {
        out[y * length + i] = (byte) ResamplingWeights.toByte(sums[i]);
      }
    }
    return out;
  }

  /** The row of the source that begins at {@code from}, as wide as the result. */
  private void narrow(int from, int[] out) {
    if (columns.each() == ResamplingWeights.FEW) {
      narrowByFew(from, out);
    } else {
      narrowByMany(from, out);
    }
  }

  /** What {@link #narrowByMany} does, without the loop over the taps. */
  private void narrowByFew(int from, int[] out) {
    int[] weights = columns.weights();
    int[] firsts = columns.firsts();
    for (int x = 0; x < firsts.length; x++) {
      int p = from + 3 * firsts[x];
      int a = weights[3 * x];
      int b = weights[3 * x + 1];
      int c = weights[3 * x + 2];
      for (int i = 0; i < 3; i++) {
        int sum = a * (in[p + i] & 0xff) + b * (in[p + i + 3] & 0xff) + c * (in[p + i + 6] & 0xff);
        out[3 * x + i] = ResamplingWeights.toByte(ResamplingWeights.HALF + sum);
      }
    }
  }

  private void narrowByMany(int from, int[] out) {
    int[] weights = columns.weights();
    int tap = 0;
    for (int x = 0; x < columns.count(); x++) {
      int red = ResamplingWeights.HALF;
      int green = ResamplingWeights.HALF;
      int blue = ResamplingWeights.HALF;
      int pixel = from + 3 * columns.first(x);
      for (int end = tap + columns.each(); tap < end; tap++) {
        int weight = weights[tap];
        red += weight * (in[pixel] & 0xff);
        green += weight * (in[pixel + 1] & 0xff);
        blue += weight * (in[pixel + 2] & 0xff);
        pixel += 3;
      }
      out[3 * x] = ResamplingWeights.toByte(red);
      out[3 * x + 1] = ResamplingWeights.toByte(green);
      out[3 * x + 2] = ResamplingWeights.toByte(blue);
    }
  }

  /** Whole rows are weighted and added, which the JIT turns into vector instructions. */
  private void sum(int y, int[] sums) {
    Arrays.fill(sums, ResamplingWeights.HALF);
    for (int row = rows.first(y); row < rows.end(y); row++) {
      addWeighted(sums, recent[row % recent.length], rows.weight(y, row));
    }
  }

  private static void addWeighted(int[] sums, int[] row, int weight) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * row[i];
    }
  }
}
