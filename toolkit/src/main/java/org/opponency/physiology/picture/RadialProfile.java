package org.opponency.physiology.picture;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.opponency.physiology.FieldEnergy;

/** The gradient for grey light by its distance from a middle: which sign has the surround. */
final class RadialProfile {
  private RadialProfile() {}

  /**
   * The mean over gradients of what each ring adds up to.
   *
   * @param gradients (3, side, side) each
   * @param centre radius in pixels; the sum of the gradient within it is made positive
   * @return a value a ring: its pixels lie {@code ring - 0.5} to {@code ring + 0.5} from the middle
   */
  static double[] of(List<double[]> gradients, int side, FieldEnergy.Pixel middle, double centre) {
    double[] profile = new double[side + 1];
    int counted = 0;
    for (double[] gradient : gradients) {
      double[] grey = grey(gradient);
      double sizes = DoubleStream.of(grey).map(Math::abs).sum();
      if (sizes > 0) {
        add(grey, side, middle, centre, sizes, profile);
        counted++;
      }
    }
    int all = Math.max(1, counted);
    return DoubleStream.of(profile).map(sum -> sum / all).toArray();
  }

  private static void add(
      double[] grey,
      int side,
      FieldEnergy.Pixel middle,
      double centre,
      double sizes,
      double[] profile) {
    double within = 0;
    double[] rings = new double[profile.length];
    for (int i = 0; i < grey.length; i++) {
      double distance = Math.hypot(i % side - middle.x(), i / side - middle.y());
      within += distance <= centre ? grey[i] : 0;
      rings[Math.min(rings.length - 1, (int) Math.round(distance))] += grey[i];
    }
    double sign = within < 0 ? -1 : 1;
    for (int ring = 0; ring < rings.length; ring++) {
      profile[ring] += sign * rings[ring] / sizes;
    }
  }

  private static double[] grey(double[] gradient) {
    int plane = gradient.length / 3;
    return IntStream.range(0, plane)
        .mapToDouble(i -> gradient[i] + gradient[plane + i] + gradient[2 * plane + i])
        .toArray();
  }

  /** The sum of the rings below zero over that of those above; NaN without any. */
  static double surround(double[] profile) {
    double above = DoubleStream.of(profile).filter(ring -> ring > 0).sum();
    double below = DoubleStream.of(profile).filter(ring -> ring < 0).map(ring -> -ring).sum();
    return above > 0 ? below / above : Double.NaN;
  }
}
