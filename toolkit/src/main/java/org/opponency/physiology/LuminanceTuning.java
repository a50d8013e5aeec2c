package org.opponency.physiology;

import java.util.List;
import java.util.stream.IntStream;
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
  /** The luminance tuning of every cell. */
  public static List<LuminanceTuning> of(Responses<Grey> responses, OpponencyRule rule) {
    return IntStream.range(0, responses.cells())
        .mapToObj(cell -> of(responses, cell, rule))
        .toList();
  }

  /** The luminance tuning of one cell. */
  public static LuminanceTuning of(Responses<Grey> responses, int cell, OpponencyRule rule) {
    Extremes extremes = Extremes.of(responses.curves()[cell]);
    float baseline = responses.baseline(cell);
    return new LuminanceTuning(
        rule.of(extremes, baseline),
        extremes.flat() ? Double.NaN : responses.stimuli().get(extremes.best()).level(),
        extremes.flat() ? Double.NaN : responses.stimuli().get(extremes.worst()).level(),
        extremes.max(),
        extremes.min(),
        baseline);
  }
}
