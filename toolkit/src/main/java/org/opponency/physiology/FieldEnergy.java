package org.opponency.physiology;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the energy of a receptive field is: the square of its gradient, summed over the channels.
 *
 * @param pixels those that have any
 */
public record FieldEnergy(List<Pixel> pixels) {
  /**
   * One pixel.
   *
   * @param x its column
   * @param y its row
   * @param energy above 0
   */
  public record Pixel(double x, double y, double energy) {
    /** Pixels between the two. */
    public double distance(Pixel middle) {
      return Math.hypot(x - middle.x, y - middle.y);
    }
  }

  static FieldEnergy of(ReceptiveField field) {
    int plane = field.side() * field.side();
    return of(
        IntStream.range(0, plane).mapToDouble(i -> energy(field.gradient(), i, plane)).toArray(),
        field.side());
  }

  /**
   * Of energies that are reckoned already.
   *
   * @param energies (side, side), none of them negative
   */
  public static FieldEnergy of(double[] energies, int side) {
    return new FieldEnergy(
        IntStream.range(0, energies.length)
            .filter(i -> energies[i] > 0)
            .mapToObj(i -> new Pixel(i % side, i / side, energies[i]))
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
  public double radius(double part) {
    double all = all();
    Pixel middle = middle();
    double within = 0;
    for (Pixel pixel :
        pixels.stream().sorted(Comparator.comparingDouble(p -> p.distance(middle))).toList()) {
      within += pixel.energy();
      if (within >= part * all) {
        return pixel.distance(middle);
      }
    }
    return Double.NaN;
  }

  /** Their sum. */
  public double all() {
    return pixels.stream().mapToDouble(Pixel::energy).sum();
  }

  /** Where the middle of the energy is; at NaN without any. */
  public Pixel middle() {
    double all = all();
    return new Pixel(
        pixels.stream().mapToDouble(pixel -> pixel.x() * pixel.energy()).sum() / all,
        pixels.stream().mapToDouble(pixel -> pixel.y() * pixel.energy()).sum() / all,
        all);
  }

  /**
   * How many pixels take part: {@code (sum E)^2 / sum E^2}, the number of pixels that would have
   * the same if all had the same energy. NaN without any.
   */
  public double participation() {
    double all = all();
    return all * all / pixels.stream().mapToDouble(p -> p.energy() * p.energy()).sum();
  }
}
