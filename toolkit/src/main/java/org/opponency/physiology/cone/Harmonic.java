package org.opponency.physiology.cone;

/**
 * Responses to gratings that differ in phase alone, as a physiologist reads a drifting grating's.
 *
 * @param mean over phases (F0), above the response to the background
 * @param cosine of the first harmonic (F1)
 * @param sine of it
 */
record Harmonic(double mean, double cosine, double sine) {
  /**
   * That of some responses.
   *
   * @param curve a cell's responses
   * @param from the first of them
   * @param phases how many, evenly over a period
   * @param baseline response to the background
   */
  static Harmonic of(float[] curve, int from, int phases, double baseline) {
    double mean = 0;
    double cosine = 0;
    double sine = 0;
    for (int i = 0; i < phases; i++) {
      double response = curve[from + i] - baseline;
      double angle = 2 * Math.PI * i / phases;
      mean += response / phases;
      cosine += 2 * response * Math.cos(angle) / phases;
      sine += 2 * response * Math.sin(angle) / phases;
    }
    return new Harmonic(mean, cosine, sine);
  }

  /** Amplitude of the first harmonic. */
  double amplitude() {
    return Math.hypot(cosine, sine);
  }

  /** The larger of F1 and F0: what counts for simple and for complex cells. */
  double response() {
    return Math.max(amplitude(), mean);
  }

  /** The part of the first harmonic in the phase of another, with its sign. */
  double along(Harmonic other) {
    double size = other.amplitude();
    return size == 0 ? 0 : (cosine * other.cosine + sine * other.sine) / size;
  }
}
