package org.opponency.study;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The super-stimuli of the networks of one width.
 *
 * @param width N_BN; 0 without a retina
 * @param stimuli pictures that stand behind the numbers: those of networks that are alive
 * @param grey those among them, or among their classes' pictures, too grey to have a hue
 * @param probability mean probability of the class
 * @param hueDistance mean distance in degrees to the class's pictures, of those with a hue
 * @param otherHueDistance mean distance to the pictures of the other classes
 * @param nearer fraction, of those with a hue, nearer to the class's pictures than to the others
 */
public record FruitColourByWidth(
    int width,
    int stimuli,
    int grey,
    double probability,
    double hueDistance,
    double otherHueDistance,
    double nearer) {
  /** One row a width, in increasing order. */
  public static List<FruitColourByWidth> of(List<FruitColour> rows) {
    return rows.stream()
        .map(FruitColour::width)
        .distinct()
        .sorted()
        .map(
            width -> of(width, rows.stream().filter(r -> r.width() == width && !r.dead()).toList()))
        .toList();
  }

  /** Whether the networks of this width know the colours of their fruits, in words. */
  public String verdict() {
    if (stimuli == grey) {
      return "nothing to compare";
    }
    return hueDistance < otherHueDistance && nearer > 0.5
        ? "knows the colours"
        : "does not show that it knows the colours";
  }

  private static FruitColourByWidth of(int width, List<FruitColour> rows) {
    List<FruitColour> coloured =
        rows.stream().filter(row -> !Double.isNaN(row.hueDistance())).toList();
    return new FruitColourByWidth(
        width,
        rows.size(),
        rows.size() - coloured.size(),
        mean(rows, FruitColour::probability),
        mean(coloured, FruitColour::hueDistance),
        mean(coloured, FruitColour::otherHueDistance),
        mean(coloured, row -> row.hueDistance() < row.otherHueDistance() ? 1 : 0));
  }

  private static double mean(List<FruitColour> rows, ToDoubleFunction<FruitColour> value) {
    return rows.stream().mapToDouble(value).average().orElse(Double.NaN);
  }
}
