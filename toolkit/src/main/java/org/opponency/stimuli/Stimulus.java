package org.opponency.stimuli;

/** One stimulus, described by its parameters; it can be painted at any size. */
public sealed interface Stimulus permits UniformField, Grating, GratingDisc, ConeGrating {
  /**
   * Paints a part of the stimulus.
   *
   * @param side pixels a side of the whole, square stimulus
   * @param part which of its pixels
   * @param pixels receives (3, part, part) values in [0, 1]: red, green, blue planes, row by row
   * @param offset where they begin in {@code pixels}
   */
  void paint(int side, Aperture part, float[] pixels, int offset);
}
