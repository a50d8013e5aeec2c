package org.opponency.stimuli;

import static org.opponency.io.Text.format;

/** Hue, saturation and lightness (HSL) of RGB colours in [0, 1]. */
public final class ColourSpace {
  private static final double TURN = 360;
  private static final double SECTOR = 60;

  private ColourSpace() {}

  /**
   * Red, green and blue of an HSL colour.
   *
   * @param hue degrees, any turn; 0 is red, 120 green, 240 blue
   * @param saturation in [0, 1]
   * @param lightness in [0, 1]
   * @return three values in [0, 1]
   * @throws IllegalArgumentException if saturation or lightness lies outside of [0, 1]
   */
  public static double[] rgb(double hue, double saturation, double lightness) {
    requireFraction("saturation", saturation);
    requireFraction("lightness", lightness);
    double chroma = (1 - Math.abs(2 * lightness - 1)) * saturation;
    double sector = turn(hue) / SECTOR;
    double middle = chroma * (1 - Math.abs(sector % 2 - 1));
    double base = lightness - chroma / 2;
    double[] rgb = {base, base, base};
    // The largest channel changes every two sectors, the middle one every sector.
    rgb[(int) ((sector + 1) / 2) % 3] += chroma;
    rgb[(7 - (int) sector) % 3] += middle;
    return rgb;
  }

  /** Hue of an RGB colour in degrees, [0, 360); NaN for a grey, which has none. */
  public static double hue(double red, double green, double blue) {
    double largest = Math.max(red, Math.max(green, blue));
    double chroma = largest - Math.min(red, Math.min(green, blue));
    if (chroma == 0) {
      return Double.NaN;
    }
    if (largest == red) {
      return turn(SECTOR * (green - blue) / chroma);
    }
    return largest == green
        ? SECTOR * (2 + (blue - red) / chroma)
        : SECTOR * (4 + (red - green) / chroma);
  }

  /** How far two hues lie apart on the colour wheel, in degrees, 0 to 180. */
  public static double hueDistance(double first, double second) {
    double apart = turn(first - second);
    return Math.min(apart, TURN - apart);
  }

  private static double turn(double degrees) {
    return (degrees % TURN + TURN) % TURN;
  }

  private static void requireFraction(String what, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(format("Expected %s in [0, 1], got %s", what, value));
    }
  }
}
