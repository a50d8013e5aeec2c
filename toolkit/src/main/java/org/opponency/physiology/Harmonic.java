package org.opponency.physiology;

/**
 * Responses to gratings that differ in phase alone, as a physiologist reads a drifting grating's.
 *
 * @param mean over phases (F0), above the response to the background
 * @param cosine of the first harmonic (F1)
 * @param sine of it
 */
public record Harmonic(double mean, double cosine, double sine) {
  /** That of responses to phases evenly over a period, each above that to the background. */
  public static Harmonic of(double[] responses) {
    double mean = 0;
    double cosine = 0;
    double sine = 0;
    for (int i = 0; i < responses.length; i++) {
      double angle = 2 * Math.PI * i / responses.length;
      mean += responses[i] / responses.length;
      cosine += 2 * responses[i] * Math.cos(angle) / responses.length;
      sine += 2 * responses[i] * Math.sin(angle) / responses.length;
    }
    return new Harmonic(mean, cosine, sine);
  }

  /** Amplitude of the first harmonic. */
  public double amplitude() {
    return Math.hypot(cosine, sine);
  }

  /** The larger of F1 and F0: what counts for simple and for complex cells. */
  public double response() {
    return Math.max(amplitude(), mean);
  }

  /** The part of the first harmonic in the phase of another, with its sign. */
  public double along(Harmonic other) {
    double size = other.amplitude();
    return size == 0 ? 0 : (cosine * other.cosine + sine * other.sine) / size;
  }
}
