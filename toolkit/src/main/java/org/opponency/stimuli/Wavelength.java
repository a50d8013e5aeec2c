package org.opponency.stimuli;

import static org.opponency.io.Text.format;

/**
 * A full field of about the colour that light of one wavelength has, as a screen shows it: Dan
 * Bruton's approximation with gamma 0.7, which is what the companion study showed its networks
 * (ecs-vlc/opponency, statistics/wavelength.py). Its hue goes in straight pieces whose joints lie
 * at 440, 490, 510, 580 and 645 nm; its lightness is the same but at the ends of the spectrum. No
 * screen has the colours themselves.
 *
 * @param nanometres 380 to 750
 */
public record Wavelength(double nanometres) implements UniformField {
  private static final double GAMMA = 0.7;

  /** Refuses what is not visible. */
  public Wavelength {
    if (!(nanometres >= 380 && nanometres <= 750)) {
      throw new IllegalArgumentException(
          format("Expected a wavelength of 380 to 750 nm, got %s", nanometres));
    }
  }

  @Override
  public double[] rgb() {
    double dim = light();
    return new double[] {bent(dim * red()), bent(dim * green()), bent(dim * blue())};
  }

  private static double bent(double light) {
    return Math.pow(light, GAMMA);
  }

  /** Full but at the ends. */
  private double light() {
    return Math.min(1, 0.3 + 0.7 * Math.min(share(380, 440), share(750, 645)));
  }

  private double red() {
    return nanometres < 440 ? share(440, 380) : share(510, 580);
  }

  private double green() {
    return Math.min(share(440, 490), share(645, 580));
  }

  private double blue() {
    return share(510, 490);
  }

  /** How far the wavelength has come from one to another, which may be below it, in [0, 1]. */
  private double share(double from, double to) {
    return Math.min(1, Math.max(0, (nanometres - from) / (to - from)));
  }
}
