package org.opponency.physiology;

import java.util.function.IntToDoubleFunction;
import org.opponency.stimuli.Hue;

/**
 * How a cell responds to hues.
 *
 * @param opponency whether some hues excite and others inhibit it
 * @param preferredHue the most exciting hue in degrees, [0, 360); NaN if all are alike
 * @param antiPreferredHue the most inhibiting one, likewise
 * @param max response to the preferred hue
 * @param min response to the anti-preferred hue
 * @param baseline response to the background
 */
public record ColourTuning(
    Opponency opponency,
    double preferredHue,
    double antiPreferredHue,
    float max,
    float min,
    float baseline) {
  /** The colour tuning of one cell. */
  public static ColourTuning of(Responses<Hue> responses, int cell, OpponencyRule rule) {
    return of(responses, i -> responses.stimuli().get(i).degrees(), cell, rule);
  }

  /**
   * The same by hues of any kind.
   *
   * @param degrees of the stimulus of an index
   */
  static ColourTuning of(
      Responses<?> responses, IntToDoubleFunction degrees, int cell, OpponencyRule rule) {
    Extremes extremes = Extremes.of(responses.curves()[cell]);
    float baseline = responses.baseline(cell);
    return new ColourTuning(
        rule.of(extremes.max(), extremes.min(), baseline),
        extremes.flat() ? Double.NaN : degrees.applyAsDouble(extremes.best()),
        extremes.flat() ? Double.NaN : degrees.applyAsDouble(extremes.worst()),
        extremes.max(),
        extremes.min(),
        baseline);
  }

  /** The same responses by another rule. */
  public ColourTuning by(OpponencyRule rule) {
    return new ColourTuning(
        rule.of(max, min, baseline), preferredHue, antiPreferredHue, max, min, baseline);
  }

  /**
   * How evenly the responses lie about the baseline: 2 min(u, d) / (u + d), u and d the largest
   * deviations above and below it.
   *
   * @return in [0, 1], 0 where all are on one side; NaN if the cell answers nothing
   */
  public double index() {
    return OpponencyRule.index(max, min, baseline);
  }
}
