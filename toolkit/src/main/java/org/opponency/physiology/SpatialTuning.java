package org.opponency.physiology;

import java.util.List;
import java.util.stream.IntStream;
import org.opponency.stimuli.Grating;

/**
 * How a cell responds to gratings.
 *
 * @param opponency whether some gratings excite and others inhibit it
 * @param preferred the most exciting grating, the first of equals: that of a cell whose {@code max}
 *     is its {@code min} is the first shown and says nothing
 * @param antiPreferred the most inhibiting one, likewise
 * @param max response to the preferred grating
 * @param min response to the anti-preferred grating
 * @param baseline response to the background
 * @param tuning how sharply it is tuned to orientation
 */
public record SpatialTuning(
    Opponency opponency,
    Grating preferred,
    Grating antiPreferred,
    float max,
    float min,
    float baseline,
    OrientationTuning tuning) {
  /** The spatial tuning of every cell. */
  public static List<SpatialTuning> of(Responses<Grating> responses, OpponencyRule rule) {
    return IntStream.range(0, responses.cells())
        .mapToObj(cell -> of(responses, cell, rule))
        .toList();
  }

  /** The spatial tuning of one cell; its responses are those behind a ReLU. */
  public static SpatialTuning of(Responses<Grating> responses, int cell, OpponencyRule rule) {
    Extremes extremes = Extremes.of(responses.curves()[cell]);
    float baseline = responses.baseline(cell);
    return new SpatialTuning(
        rule.of(extremes.max(), extremes.min(), baseline),
        responses.stimuli().get(extremes.best()),
        responses.stimuli().get(extremes.worst()),
        extremes.max(),
        extremes.min(),
        baseline,
        OrientationTuning.of(OrientationMap.of(responses, cell)));
  }
}
