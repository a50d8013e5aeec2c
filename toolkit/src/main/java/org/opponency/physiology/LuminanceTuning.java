package org.opponency.physiology;

import org.opponency.stimuli.Grey;

/**
 * How a cell responds to greys.
 *
 * @param opponency whether some greys excite and others inhibit it
 * @param preferredLevel the most exciting grey, 0 (black) to 1 (white); NaN if all are alike
 * @param antiPreferredLevel the most inhibiting one, likewise
 * @param max response to the preferred grey
 * @param min response to the anti-preferred grey
 * @param baseline response to the background
 */
public record LuminanceTuning(
    Opponency opponency,
    double preferredLevel,
    double antiPreferredLevel,
    float max,
    float min,
    float baseline) {
  /** The luminance tuning of one cell. */
  public static LuminanceTuning of(Responses<Grey> responses, int cell, OpponencyRule rule) {
    Extremes extremes = Extremes.of(responses.curves()[cell]);
    float baseline = responses.baseline(cell);
    return new LuminanceTuning(
        rule.of(extremes.max(), extremes.min(), baseline),
        extremes.flat() ? Double.NaN : responses.stimuli().get(extremes.best()).level(),
        extremes.flat() ? Double.NaN : responses.stimuli().get(extremes.worst()).level(),
        extremes.max(),
        extremes.min(),
        baseline);
  }

  /** The same responses by another rule. */
  public LuminanceTuning by(OpponencyRule rule) {
    return new LuminanceTuning(
        rule.of(max, min, baseline), preferredLevel, antiPreferredLevel, max, min, baseline);
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

  /**
   * Whether the response turns between black and white, so that both ends are on one side of what
   * is there: the curve is V-shaped, or the same upside down.
   */
  public boolean turns() {
    return isInside(preferredLevel) || isInside(antiPreferredLevel);
  }

  private static boolean isInside(double level) {
    return level > 0 && level < 1;
  }
}
