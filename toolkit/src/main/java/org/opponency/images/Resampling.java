package org.opponency.images;

import java.util.Arrays;

/**
 * Antialiased bilinear resizing, bit-equal to {@code Image.resize(size, BILINEAR)} of Pillow
 * (src/libImaging/Resample.c): a triangle filter as wide as the reduction, in 8-bit fixed point,
 * first along rows, then along columns, each pass rounded to bytes.
 */
public final class Resampling {
  private Resampling() {}

  /** The whole image resized to {@code width x height} pixels. */
  public static RgbImage resize(RgbImage image, int width, int height) {
    Box whole = Box.of(image.width(), image.height());
    return resize(image, whole, width, height, Box.of(width, height));
  }

  /**
   * Crops, resizes and crops again; computes only what the last crop keeps.
   *
   * @param source the part of the image to resize; nothing outside it is seen
   * @param width columns that {@code source} is resized to
   * @param height rows that {@code source} is resized to
   * @param kept the part of the resized image to return
   * @throws IllegalArgumentException if a box leaves what it is cut from
   */
  public static RgbImage resize(RgbImage image, Box source, int width, int height, Box kept) {
    source.mustLieIn(image.width(), image.height());
    kept.mustLieIn(width, height);
    Taps columns = Taps.of(source.width(), width, kept.x(), kept.width());
    Taps rows = Taps.of(source.height(), height, kept.y(), kept.height());
    int top = rows.first(0);
    int bottom = rows.end(kept.height() - 1);
    byte[] narrowed = new byte[3 * kept.width() * (bottom - top)];
    for (int y = top; y < bottom; y++) {
      int from = 3 * ((source.y() + y) * image.width() + source.x());
      alongRow(image.pixels(), from, columns, narrowed, 3 * kept.width() * (y - top));
    }
    byte[] pixels = alongColumns(narrowed, 3 * kept.width(), top, rows);
    return new RgbImage(kept.width(), kept.height(), pixels);
  }

  /** One row of output; {@code from} and {@code to} are where the rows start. */
  private static void alongRow(byte[] in, int from, Taps taps, byte[] out, int to) {
    int[] weights = taps.weights();
    for (int x = 0; x < taps.count(); x++) {
      int red = Taps.HALF;
      int green = Taps.HALF;
      int blue = Taps.HALF;
      int pixel = from + 3 * taps.first(x);
      int weightsEnd = x * taps.room() + taps.end(x) - taps.first(x);
      for (int k = x * taps.room(); k < weightsEnd; k++) {
        int weight = weights[k];
        red += weight * (in[pixel] & 0xff);
        green += weight * (in[pixel + 1] & 0xff);
        blue += weight * (in[pixel + 2] & 0xff);
        pixel += 3;
      }
      out[to + 3 * x] = Taps.toByte(red);
      out[to + 3 * x + 1] = Taps.toByte(green);
      out[to + 3 * x + 2] = Taps.toByte(blue);
    }
  }

  /** Whole rows are weighted and added, which the JIT turns into vector instructions. */
  private static byte[] alongColumns(byte[] in, int rowBytes, int firstRow, Taps taps) {
    byte[] out = new byte[rowBytes * taps.count()];
    int[] sums = new int[rowBytes];
    for (int y = 0; y < taps.count(); y++) {
      Arrays.fill(sums, Taps.HALF);
      for (int row = taps.first(y); row < taps.end(y); row++) {
        int weight = taps.weights()[y * taps.room() + row - taps.first(y)];
        addWeighted(sums, in, (row - firstRow) * rowBytes, weight);
      }
      for (int i = 0; i < rowBytes; i++) {
        out[y * rowBytes + i] = Taps.toByte(sums[i]);
      }
    }
    return out;
  }

  private static void addWeighted(int[] sums, byte[] in, int from, int weight) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * (in[from + i] & 0xff);
    }
  }
}
