package org.opponency.stimuli;

import java.util.Arrays;

/**
 * A field of one colour. Constants are in {@link Grey}: here, a thread that begins with a grey and
 * one that begins with a constant could wait for each other (JLS 12.4.2).
 */
public sealed interface UniformField extends Stimulus permits Hue, Grey, ConeField, Wavelength {
  /** Red, green and blue in [0, 1], a new array. */
  double[] rgb();

  @Override
  default void paint(int side, Aperture part, float[] pixels, int offset) {
    int plane = offset;
    for (double channel : rgb()) {
      Arrays.fill(pixels, plane, plane + part.pixels(), (float) channel);
      plane += part.pixels();
    }
  }
}
