package org.opponency.images;

/**
 * An 8-bit colour image.
 *
 * @param width pixels a row
 * @param height rows
 * @param pixels {@code height * width * 3} unsigned bytes: rows from the top, R, G, B interleaved
 */
public record RgbImage(int width, int height, byte[] pixels) {
  /** Refuses sizes that do not fit the pixels. */
  public RgbImage {
    if (width < 1 || height < 1 || pixels.length != width * height * 3) {
      throw new IllegalArgumentException(
          "Expected %d x %d x 3 bytes, got %d".formatted(height, width, pixels.length));
    }
  }

  /** The value, 0 to 255, of channel {@code c} (0 red, 1 green, 2 blue) at column x, row y. */
  public int value(int x, int y, int c) {
    return pixels[(y * width + x) * 3 + c] & 0xff;
  }
}
