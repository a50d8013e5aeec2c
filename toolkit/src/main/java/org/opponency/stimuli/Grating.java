package org.opponency.stimuli;

/**
 * A full-field achromatic sinusoidal grating of full contrast.
 *
 * <p>With x to the right and y down, in pixels from the middle of the stimulus, the value of a
 * pixel is {@code 0.5 + 0.5 cos(2 pi (frequency / side * (x sin(orientation) + y cos(orientation))
 * - phase))}. This is what PsychoPy's {@code GratingStim} draws with {@code ori = 90 -
 * orientation}, as the authors use it (ecs-vlc/opponency, statistics/gratings.py), without its
 * rounding: PsychoPy looks the cosine up in 128 steps a period and reads 8-bit pixels back, which
 * moves a pixel by up to 0.03.
 *
 * @param orientation of the bars in degrees, [0, 180): 0 is horizontal, 45 rises to the right
 * @param phase in periods, [0, 1); at 0 the middle of the stimulus is white
 * @param frequency periods a stimulus
 */
public record Grating(double orientation, double phase, double frequency) implements Stimulus {
  @Override
  public void paint(int side, Aperture part, float[] pixels, int offset) {
    double along = 2 * Math.PI * frequency / side;
    double acrossX = along * Math.sin(Math.toRadians(orientation));
    double acrossY = along * Math.cos(Math.toRadians(orientation));
    double middle = (side - 1) / 2.0;
    int pixel = offset;
    for (int y = part.first(); y < part.end(); y++) {
      double row = acrossY * (y - middle) - 2 * Math.PI * phase;
      for (int x = part.first(); x < part.end(); x++) {
        pixels[pixel++] = (float) (0.5 + 0.5 * Math.cos(acrossX * (x - middle) + row));
      }
    }
    System.arraycopy(pixels, offset, pixels, offset + part.pixels(), part.pixels());
    System.arraycopy(pixels, offset, pixels, offset + 2 * part.pixels(), part.pixels());
  }
}
