package org.opponency.study.results;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.opponency.evaluation.Measured;
import org.opponency.io.Fraction;

/**
 * The super-stimuli of the networks of one width; those of networks whose bottleneck is dead are
 * left out.
 *
 * @param width N_BN; 0 without a retina
 * @param stimuli pictures that stand behind the numbers
 * @param grey those among them, or among their classes' pictures, too grey to have a hue
 * @param probability mean probability of the class
 * @param hueDistance mean distance in degrees to the class's pictures, of those with a hue
 * @param otherHueDistance mean distance to the pictures of the other classes
 * @param nearer fraction, of those with a hue, nearer to the class's pictures than to the others
 * @param likeness correlation of the colours' deviations from their means over the fruits, in the
 *     a* b* plane: what is left when shifts that all fruits share are taken out; 0 by chance
 * @param chance share of random assignments of pictures to fruits that give at least this likeness
 */
public record FruitColourByWidth(
    int width,
    int stimuli,
    int grey,
    @Fraction double probability,
    double hueDistance,
    double otherHueDistance,
    @Fraction double nearer,
    double likeness,
    double chance) {
  private static final double SIGNIFICANT = 0.05;

  /** One row a width, in increasing order. */
  static List<FruitColourByWidth> of(List<Measured<List<FruitStimulus>>> networks) {
    List<FruitColourByWidth> rows = new ArrayList<>();
    Measured.byWidth(networks).forEach((width, runs) -> rows.add(of(width, runs)));
    return rows;
  }

  private static FruitColourByWidth of(int width, List<List<FruitStimulus>> runs) {
    List<FruitColour> rows =
        runs.stream().flatMap(List::stream).map(FruitStimulus::colour).toList();
    List<FruitColour> coloured =
        rows.stream().filter(row -> !Double.isNaN(row.hueDistance())).toList();
    ColourLikeness likeness = likeness(runs);
    return new FruitColourByWidth(
        width,
        rows.size(),
        rows.size() - coloured.size(),
        mean(rows, FruitColour::probability),
        mean(coloured, FruitColour::hueDistance),
        mean(coloured, FruitColour::otherHueDistance),
        mean(coloured, row -> row.hueDistance() < row.otherHueDistance() ? 1 : 0),
        likeness.mean(),
        likeness.chance());
  }

  private static ColourLikeness likeness(List<List<FruitStimulus>> runs) {
    return runs.isEmpty() ? new ColourLikeness(Double.NaN, Double.NaN) : ColourLikeness.of(runs);
  }

  private static double mean(List<FruitColour> rows, ToDoubleFunction<FruitColour> value) {
    return rows.stream().mapToDouble(value).average().orElse(Double.NaN);
  }

  /** Whether the networks of this width know the colours of their fruits, in words. */
  public String verdict() {
    if (Double.isNaN(likeness)) {
      return "nothing to compare";
    }
    return chance < SIGNIFICANT
        ? "they know the colours"
        : "they do not show that they know the colours";
  }
}
