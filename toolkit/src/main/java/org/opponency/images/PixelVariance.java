package org.opponency.images;

import static org.opponency.io.Text.format;

/**
 * How much of what tells the pixels of a set apart is light and dark, and how much is colour.
 *
 * @param pixels how many were counted
 * @param total variance of red, green and blue, added up; levels in [0, 1], as displayed
 * @param luminance the part of it along the grey axis, on which red, green and blue are equal
 */
public record PixelVariance(long pixels, double total, double luminance) {
  private static final int CHANNELS = 3;
  private static final double LEVELS = 255;

  /**
   * That of the first pictures of a set. Along the unit vector (1, 1, 1) / sqrt(3) the variance is
   * that of red + green + blue, divided by three.
   *
   * @param count how many pictures at most
   * @throws IllegalArgumentException if there are none
   */
  public static PixelVariance of(ImageSet images, int count) {
    int used = Math.min(count, images.size());
    if (used < 1) {
      throw new IllegalArgumentException(
          format("Expected at least one picture of %s, got %d", images.name(), used));
    }
    Moments[] moments = {new Moments(), new Moments(), new Moments(), new Moments()};
    for (int i = 0; i < used; i++) {
      add(images.image(i).pixels(), moments);
    }
    double total = moments[0].variance() + moments[1].variance() + moments[2].variance();
    return new PixelVariance(moments[0].count, total, moments[3].variance() / CHANNELS);
  }

  private static void add(byte[] pixels, Moments[] moments) {
    for (int at = 0; at < pixels.length; at += CHANNELS) {
      double sum = 0;
      for (int c = 0; c < CHANNELS; c++) {
        double level = (pixels[at + c] & 0xff) / LEVELS;
        moments[c].add(level);
        sum += level;
      }
      moments[CHANNELS].add(sum);
    }
  }

  /**
   * The share on the grey axis: 1 for greys, 1/3 for independent channels; NaN without variance.
   */
  public double luminanceShare() {
    return luminance / total;
  }

  /** Sums of one number a pixel. */
  private static final class Moments {
    private long count;
    private double sum;
    private double squares;

    void add(double value) {
      count++;
      sum += value;
      squares += value * value;
    }

    double variance() {
      double mean = sum / count;
      return squares / count - mean * mean;
    }
  }
}
