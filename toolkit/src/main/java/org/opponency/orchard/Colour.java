package org.opponency.orchard;

/**
 * A colour in linear light, each channel 0 (black) to 1 (white), more where it is over-exposed.
 *
 * <p>A display value is the square root of a linear one (gamma 2), because a square root is exact
 * on every machine and close to the sRGB curve.
 */
record Colour(double r, double g, double b) {
  static final Colour WHITE = grey(1);

  /** From display values {@code 0xRRGGBB}. */
  static Colour hex(int rgb) {
    return new Colour(linear(rgb >> 16), linear(rgb >> 8), linear(rgb));
  }

  static Colour grey(double linear) {
    return new Colour(linear, linear, linear);
  }

  /** A colour of the wheel: hue in turns, saturation and value 0 to 1, as display values. */
  static Colour hsv(double hue, double saturation, double value) {
    return new Colour(
        wheel(hue, 5, saturation, value),
        wheel(hue, 3, saturation, value),
        wheel(hue, 1, saturation, value));
  }

  Colour mix(Colour other, double share) {
    return new Colour(
        r + (other.r - r) * share, g + (other.g - g) * share, b + (other.b - b) * share);
  }

  Colour times(double factor) {
    return new Colour(r * factor, g * factor, b * factor);
  }

  Colour times(Colour filter) {
    return new Colour(r * filter.r, g * filter.g, b * filter.b);
  }

  private static double linear(int channel) {
    double display = (channel & 0xff) / 255.0;
    return display * display;
  }

  private static double wheel(double hue, int offset, double saturation, double value) {
    double k = offset + 6 * (hue - StrictMath.floor(hue));
    k = k >= 6 ? k - 6 : k;
    double weight = Math.max(0, Math.min(1, Math.min(k, 4 - k)));
    double display = value * (1 - saturation * weight);
    return display * display;
  }
}
