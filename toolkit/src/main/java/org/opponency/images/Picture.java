package org.opponency.images;

/**
 * An image whose size is known and whose pixels are decoded when they are asked for, as far down as
 * they are needed.
 */
public interface Picture {
  /** Pixels a row. */
  int width();

  /** Rows. */
  int height();

  /**
   * The uppermost rows, or more than these. Decoding stops there, so that damage further down may
   * pass unnoticed.
   *
   * @param rows 1 to {@link #height}
   * @throws UnreadableImageException if they cannot be decoded; it names the image and why
   */
  RgbImage top(int rows);

  /** All pixels. */
  default RgbImage whole() {
    return top(height());
  }
}
