package org.opponency.stimuli;

/** How the light of a grating goes from a white bar to the next. */
public enum Waveform {
  /** A sine. */
  SINE {
    @Override
    double light(double periods) {
      return 0.5 + 0.5 * Math.cos(2 * Math.PI * periods);
    }
  },
  /**
   * What PsychoPy's {@code GratingStim} draws of a sine, as ecs-vlc/opponency shows it
   * (statistics/gratings.py): the nearest of 128 samples, the last of which repeats the first, in 8
   * bits. It moves a pixel by up to 0.03 and the responses published there by 0.2 to 0.6 %.
   */
  PSYCHOPY {
    @Override
    double light(double periods) {
      double fromBlack = periods + 0.5;
      // Bars along rows or columns lie on the edges of samples, whatever rounding makes of them.
      int sample = (int) ((fromBlack - Math.floor(fromBlack)) * SAMPLES + EDGE) % SAMPLES;
      double texture = -Math.cos(2 * Math.PI * sample / (SAMPLES - 1));
      return Math.rint(WHITE * (1 + texture) / 2) / WHITE;
    }
  };

  private static final int SAMPLES = 128;
  private static final double EDGE = 1e-9;
  private static final double WHITE = 255;

  /**
   * Light at a place.
   *
   * @param periods from the middle of a white bar
   * @return in [0, 1]
   */
  abstract double light(double periods);
}
