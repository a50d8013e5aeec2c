package org.opponency.images;

import static org.opponency.io.Text.format;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * An 8-bit colour image. Two images are equal when their sizes and all their bytes are.
 *
 * @param width pixels a row
 * @param height rows
 * @param pixels {@code height * width * 3} unsigned bytes: rows from the top, R, G, B interleaved;
 *     not copied, so nobody may write to them once the image is made
 */
public record RgbImage(int width, int height, byte[] pixels) implements Picture {
  /** Refuses sizes that do not fit the pixels. */
  public RgbImage {
    if (width < 1 || height < 1 || pixels.length != 3L * width * height) {
      throw new IllegalArgumentException(
          format("Expected %d x %d x 3 bytes, got %d", height, width, pixels.length));
    }
  }

  /** The colours of an AWT image as sRGB; transparency is dropped, not blended. */
  public static RgbImage of(BufferedImage image) {
    int[] argb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    byte[] pixels = new byte[3 * argb.length];
    for (int i = 0; i < argb.length; i++) {
      pixels[3 * i] = (byte) (argb[i] >> 16);
      pixels[3 * i + 1] = (byte) (argb[i] >> 8);
      pixels[3 * i + 2] = (byte) argb[i];
    }
    return new RgbImage(image.getWidth(), image.getHeight(), pixels);
  }

  /** A copy as an AWT image of type {@link BufferedImage#TYPE_INT_RGB}, to show or to write. */
  public BufferedImage toBufferedImage() {
    int[] rgb = new int[width * height];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] =
          (pixels[3 * i] & 0xff) << 16
              | (pixels[3 * i + 1] & 0xff) << 8
              | (pixels[3 * i + 2] & 0xff);
    }
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, rgb, 0, width);
    return image;
  }

  /** All of it: nothing is left to decode. */
  @Override
  public RgbImage top(int rows) {
    return this;
  }

  /** The value, 0 to 255, of channel {@code c} (0 red, 1 green, 2 blue) at column x, row y. */
  public int value(int x, int y, int c) {
    return pixels[(y * width + x) * 3 + c] & 0xff;
  }

  /** The image with left and right exchanged. */
  public RgbImage mirrored() {
    byte[] mirrored = new byte[pixels.length];
    for (int y = 0; y < height; y++) {
      int left = 3 * y * width;
      int right = left + 3 * (width - 1);
      for (int x = 0; x < 3 * width; x += 3) {
        mirrored[right - x] = pixels[left + x];
        mirrored[right - x + 1] = pixels[left + x + 1];
        mirrored[right - x + 2] = pixels[left + x + 2];
      }
    }
    return new RgbImage(width, height, mirrored);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RgbImage image
        && width == image.width
        && height == image.height
        && Arrays.equals(pixels, image.pixels);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + Arrays.hashCode(pixels);
  }

  @Override
  public String toString() {
    return format("RgbImage[%d x %d]", width, height);
  }
}
