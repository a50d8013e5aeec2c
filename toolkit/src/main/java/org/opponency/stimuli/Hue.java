package org.opponency.stimuli;

/**
 * A full field of one hue.
 *
 * @param degrees hue in HSL, [0, 360): 0 is red, 120 green, 240 blue
 * @param saturation in [0, 1]
 * @param lightness in [0, 1]
 */
public record Hue(double degrees, double saturation, double lightness) implements UniformField {
  /** Refuses a hue, saturation or lightness outside its range. */
  public Hue {
    ColourSpace.rgb(degrees, saturation, lightness);
  }

  @Override
  public double[] rgb() {
    return ColourSpace.rgb(degrees, saturation, lightness);
  }
}
