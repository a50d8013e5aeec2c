package org.opponency.stimuli;

/**
 * A full-field achromatic sinusoidal grating of full contrast.
 *
 * <p>With x to the right and y down, in pixels from the middle of the stimulus, a pixel lies {@code
 * frequency / side * (x sin(orientation) + y cos(orientation)) - phase} periods from the middle of
 * a white bar. This is PsychoPy's {@code GratingStim} with {@code ori = 90 - orientation}, as the
 * authors use it (ecs-vlc/opponency, statistics/gratings.py).
 *
 * @param orientation of the bars in degrees, [0, 180): 0 is horizontal, 45 rises to the right
 * @param phase in periods, [0, 1); at 0 the middle of the stimulus is white
 * @param frequency periods a stimulus
 * @param waveform how light goes from bar to bar
 */
public record Grating(double orientation, double phase, double frequency, Waveform waveform)
    implements Stimulus {
  /** A sine. */
  public Grating(double orientation, double phase, double frequency) {
    this(orientation, phase, frequency, Waveform.SINE);
  }

  @Override
  public void paint(int side, Aperture part, float[] pixels, int offset) {
    double acrossX = frequency / side * Math.sin(Math.toRadians(orientation));
    double acrossY = frequency / side * Math.cos(Math.toRadians(orientation));
    double middle = (side - 1) / 2.0;
    int pixel = offset;
    for (int y = part.first(); y < part.end(); y++) {
      double row = acrossY * (y - middle) - phase;
      for (int x = part.first(); x < part.end(); x++) {
        pixels[pixel++] = (float) waveform.light(acrossX * (x - middle) + row);
      }
    }
    System.arraycopy(pixels, offset, pixels, offset + part.pixels(), part.pixels());
    System.arraycopy(pixels, offset, pixels, offset + 2 * part.pixels(), part.pixels());
  }
}
