package org.opponency.physiology;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the energy of a receptive field is: the square of its gradient, summed over the channels.
 *
 * @param pixels those that have any
 */
record FieldEnergy(List<Pixel> pixels) {
  private record Pixel(double x, double y, double energy) {
    double radius(Pixel middle) {
      return Math.hypot(x - middle.x, y - middle.y);
    }
  }

  static FieldEnergy of(ReceptiveField field) {
    int plane = field.side() * field.side();
    return new FieldEnergy(
        IntStream.range(0, plane)
            .mapToObj(
                i ->
                    new Pixel(
                        i % field.side(), i / field.side(), energy(field.gradient(), i, plane)))
            .filter(pixel -> pixel.energy() > 0)
            .toList());
  }

  private static double energy(float[] gradient, int pixel, int plane) {
    double sum = 0;
    for (int i = pixel; i < gradient.length; i += plane) {
      sum += (double) gradient[i] * gradient[i];
    }
    return sum;
  }

  /**
   * The radius in pixels about the middle of the energy that holds a part of it; NaN without any.
   */
  double radius(double part) {
    double all = pixels.stream().mapToDouble(Pixel::energy).sum();
    Pixel middle = middle(all);
    double within = 0;
    for (Pixel pixel :
        pixels.stream().sorted(Comparator.comparingDouble(p -> p.radius(middle))).toList()) {
      within += pixel.energy();
      if (within >= part * all) {
        return pixel.radius(middle);
      }
    }
    return Double.NaN;
  }

  private Pixel middle(double all) {
    return new Pixel(
        pixels.stream().mapToDouble(pixel -> pixel.x() * pixel.energy()).sum() / all,
        pixels.stream().mapToDouble(pixel -> pixel.y() * pixel.energy()).sum() / all,
        all);
  }
}
