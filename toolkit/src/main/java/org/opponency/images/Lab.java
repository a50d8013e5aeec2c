package org.opponency.images;

import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleFunction;

/**
 * A colour in CIELAB under D65, the space in which equal distances look about equally large. Unlike
 * HSL's, its hue says nothing about greys, and says so.
 *
 * @param lightness 0 (black) to 100 (white)
 * @param a green (below 0) to red
 * @param b blue (below 0) to yellow
 */
public record Lab(double lightness, double a, double b) {
  /**
   * Colours of less chroma have no hue to speak of: a just noticeable difference of 2.3 (Mahy et
   * al. 1994) turns theirs by more than 27 degrees.
   */
  public static final double LEAST_CHROMA = 5;

  /** D65, two degrees, for a luminance of 1 (IEC 61966-2-1). */
  private static final double WHITE_X = 0.9505;

  private static final double WHITE_Z = 1.0890;

  /** CIE 15:2004: where the cube root gives way to a line. */
  private static final double KNEE = 6.0 / 29;

  /** The colour of an 8-bit sRGB pixel. */
  public static Lab of(int red, int green, int blue) {
    double r = linear(red);
    double g = linear(green);
    double b = linear(blue);
    double x = root((0.4124 * r + 0.3576 * g + 0.1805 * b) / WHITE_X);
    double y = root(0.2126 * r + 0.7152 * g + 0.0722 * b);
    double z = root((0.0193 * r + 0.1192 * g + 0.9505 * b) / WHITE_Z);
    return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
  }

  /**
   * The mean over all pixels of an image: its hue is the mean of their hues, weighted by chroma.
   */
  public static Lab mean(RgbImage image) {
    return mean(image, (x, y) -> true, pixel -> 1).orElseThrow();
  }

  /**
   * The mean over all pixels of an image, each weighted by its chroma: the colour of what is
   * coloured, whatever grey surrounds it. The plain mean where all is grey.
   */
  public static Lab vivid(RgbImage image) {
    return vivid(image, (x, y) -> true);
  }

  /**
   * The same over some of the pixels.
   *
   * @param counts whether the pixel of a column and a row does
   */
  public static Lab vivid(RgbImage image, BiPredicate<Integer, Integer> counts) {
    return mean(image, counts, Lab::chroma).orElseGet(() -> mean(image));
  }

  /** The weighted mean over those pixels that count; none where their weights come to nothing. */
  private static Optional<Lab> mean(
      RgbImage image, BiPredicate<Integer, Integer> counts, ToDoubleFunction<Lab> weighting) {
    double[] sums = new double[4];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        if (counts.test(x, y)) {
          Lab pixel = of(image.value(x, y, 0), image.value(x, y, 1), image.value(x, y, 2));
          double weight = weighting.applyAsDouble(pixel);
          sums[0] += weight * pixel.lightness;
          sums[1] += weight * pixel.a;
          sums[2] += weight * pixel.b;
          sums[3] += weight;
        }
      }
    }
    return Optional.of(sums)
        .filter(all -> all[3] != 0)
        .map(all -> new Lab(all[0] / all[3], all[1] / all[3], all[2] / all[3]));
  }

  /** Distance from grey of the same lightness. */
  public double chroma() {
    return Math.hypot(a, b);
  }

  /**
   * Angle in degrees, [0, 360): 0 is a purplish red, 90 yellow; NaN below {@link #LEAST_CHROMA}.
   */
  public double hue() {
    return chroma() < LEAST_CHROMA ? Double.NaN : (Math.toDegrees(Math.atan2(b, a)) + 360) % 360;
  }

  /** Degrees between two hues, 0 to 180; NaN where one of the colours has none. */
  public double hueDistance(Lab other) {
    double apart = Math.abs(hue() - other.hue());
    return Math.min(apart, 360 - apart);
  }

  /** The nearest 8-bit sRGB pixel, {@code 0xRRGGBB}; channels outside of the gamut are clipped. */
  public int rgb() {
    double fy = (lightness + 16) / 116;
    double x = WHITE_X * cube(fy + a / 500);
    double y = cube(fy);
    double z = WHITE_Z * cube(fy - b / 200);
    return level(3.2406 * x - 1.5372 * y - 0.4986 * z) << 16
        | level(-0.9689 * x + 1.8758 * y + 0.0415 * z) << 8
        | level(0.0557 * x - 0.2040 * y + 1.0570 * z);
  }

  /** An 8-bit sRGB level as linear light (IEC 61966-2-1). */
  private static double linear(int level) {
    double v = level / 255.0;
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }

  private static int level(double linear) {
    double v = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    return (int) Math.round(255 * Math.min(1, Math.max(0, v)));
  }

  private static double root(double t) {
    return t > KNEE * KNEE * KNEE ? Math.cbrt(t) : t / (3 * KNEE * KNEE) + 4.0 / 29;
  }

  private static double cube(double f) {
    return f > KNEE ? f * f * f : 3 * KNEE * KNEE * (f - 4.0 / 29);
  }
}
