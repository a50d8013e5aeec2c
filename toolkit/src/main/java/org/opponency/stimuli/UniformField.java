package org.opponency.stimuli;

import java.util.Arrays;

/** A field of one colour. */
public sealed interface UniformField extends Stimulus permits Hue, Grey, ConeField, Wavelength {
  /** All zeros, the baseline of hues and gratings. */
  UniformField BLACK = new Grey(0);

  /** The middle of the range, the baseline of greys. */
  UniformField MID_GREY = new Grey(0.5);

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
