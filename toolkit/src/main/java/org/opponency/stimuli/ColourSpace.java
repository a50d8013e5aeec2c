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

  private static double turn(double degrees) {
    return (degrees % TURN + TURN) % TURN;
  }

  private static void requireFraction(String what, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(format("Expected %s in [0, 1], got %s", what, value));
    }
  }
}
