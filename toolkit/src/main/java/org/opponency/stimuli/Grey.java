package org.opponency.stimuli;

/**
 * A full field of grey.
 *
 * @param level 0 (black) to 1 (white)
 */
public record Grey(double level) implements UniformField {
  /** All zeros, the baseline of hues and gratings. */
  public static final Grey BLACK = new Grey(0);

  /** The middle of the range, the baseline of greys. */
  public static final Grey MID = new Grey(0.5);

  /** Refuses levels outside [0, 1]. */
  public Grey {
    if (!(level >= 0 && level <= 1)) {
      throw new IllegalArgumentException("Expected a grey level in [0, 1], got " + level);
    }
  }

  @Override
  public double[] rgb() {
    return new double[] {level, level, level};
  }
}
