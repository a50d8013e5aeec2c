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
    if (!(degrees >= 0 && degrees < 360)) {
      throw new IllegalArgumentException("Expected a hue in [0, 360) degrees, got " + degrees);
    }
    ColourSpace.rgb(degrees, saturation, lightness);
  }

  @Override
  public double[] rgb() {
    return ColourSpace.rgb(degrees, saturation, lightness);
  }
}
