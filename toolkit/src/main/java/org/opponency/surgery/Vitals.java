package org.opponency.surgery;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.opponency.io.Fraction;

/**
 * What a network does, or by how much more or less.
 *
 * @param accuracy top-1 on validation pictures
 * @param probability mean probability of the true class on these
 * @param moved half the summed difference of all class probabilities from those of the intact
 *     network (total variation), mean over these: 0 for the same, 1 for other certainties
 * @param shapeBias shape among shape and texture decisions on cue conflicts; NaN without any
 * @param robust top-1 under attack, white box
 */
public record Vitals(
    @Fraction double accuracy,
    @Fraction double probability,
    @Fraction double moved,
    @Fraction double shapeBias,
    @Fraction double robust) {
  /** Of nothing. */
  static final Vitals NONE = new Vitals(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /** How much more each is than that of another. */
  public Vitals minus(Vitals other) {
    return new Vitals(
        accuracy - other.accuracy,
        probability - other.probability,
        moved - other.moved,
        shapeBias - other.shapeBias,
        robust - other.robust);
  }

  /** The mean of each over those that have it; NaN of none. */
  public static Vitals mean(List<Vitals> all) {
    return new Vitals(
        mean(all, Vitals::accuracy),
        mean(all, Vitals::probability),
        mean(all, Vitals::moved),
        mean(all, Vitals::shapeBias),
        mean(all, Vitals::robust));
  }

  private static double mean(List<Vitals> all, ToDoubleFunction<Vitals> number) {
    return all.stream()
        .mapToDouble(number)
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }
}
