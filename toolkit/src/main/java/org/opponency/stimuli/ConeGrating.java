package org.opponency.stimuli;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.List;

/**
 * A full-field sinusoidal grating between two colours about mid-grey, a sine in the cones'
 * contrasts (not in a screen's levels).
 *
 * @param axis along which colours change; where the pattern is white, they are at its positive end
 * @param contrast root mean square of the contrasts of L, M and S at the bars' middles, above 0
 * @param pattern where the bars are; at frequency 0 a full field of contrast {@code cos(2 pi
 *     phase)}
 */
public record ConeGrating(ConeAxis axis, double contrast, Grating pattern) implements Stimulus {
  private static final double ROUNDING = 1e-9;

  /** Refuses a contrast that no screen shows to both sides. */
  public ConeGrating {
    if (!(contrast > 0 && contrast <= axis.largest())) {
      throw new IllegalArgumentException(
          format(
              "Expected a cone contrast above 0 and at most %.4f, what a screen shows along %s, got %s",
              axis.largest(), axis.label(), contrast));
    }
  }

  @Override
  public void paint(int side, Aperture part, float[] pixels, int offset) {
    pattern.paint(side, part, pixels, offset);
    double[] cones = axis.contrasts();
    int plane = part.pixels();
    for (int i = offset; i < offset + plane; i++) {
      double light = contrast * (2 * pixels[i] - 1.0);
      double[] rgb = ConeSpace.rgb(light * cones[0], light * cones[1], light * cones[2]);
      for (int channel = 0; channel < rgb.length; channel++) {
        pixels[i + channel * plane] = (float) rgb[channel];
      }
    }
  }

  /**
   * Gratings of every axis, frequency, orientation and phase, in this order, the phase fastest. The
   * frequencies are 0, with one orientation, and half-octaves down from just below what pixels can
   * carry to one period a stimulus.
   *
   * @param side pixels a side, 4 at least
   * @param orientations at equal distances in [0, 180) degrees
   * @param phases at equal distances in [0, 1), 3 at least
   * @param contrast of all: the root mean square of the contrasts of L, M and S
   */
  public static StimulusSet<ConeGrating> all(
      int side, int orientations, int phases, double contrast) {
    List<ConeGrating> gratings = new ArrayList<>();
    for (ConeAxis axis : ConeAxis.values()) {
      for (double frequency : frequencies(side)) {
        for (int turn = 0; turn < (frequency == 0 ? 1 : orientations); turn++) {
          for (int phase = 0; phase < phases; phase++) {
            Grating pattern =
                new Grating(180.0 * turn / orientations, (double) phase / phases, frequency);
            gratings.add(new ConeGrating(axis, contrast, pattern));
          }
        }
      }
    }
    return new StimulusSet<>(side, gratings);
  }

  private static List<Double> frequencies(int side) {
    List<Double> frequencies = new ArrayList<>();
    for (int k = 1; side / 2.0 * halfOctaves(-k) >= 1 - ROUNDING; k++) {
      frequencies.add(0, side / 2.0 * halfOctaves(-k));
    }
    frequencies.add(0, 0.0);
    return frequencies;
  }

  private static double halfOctaves(int count) {
    return Math.pow(2, count / 2.0);
  }
}
