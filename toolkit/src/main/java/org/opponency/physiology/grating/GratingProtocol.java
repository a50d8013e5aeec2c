package org.opponency.physiology.grating;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.opponency.models.VisionModel;
import org.opponency.stimuli.Grating;
import org.opponency.stimuli.StimulusSet;

/**
 * Which gratings cells are shown: full field, full contrast, every orientation, phase and
 * frequency.
 *
 * @param orientations at equal distances in [0, 180) degrees
 * @param phases at equal distances in a period, the steps of a drifting grating
 * @param frequencies in periods a pixel, ascending
 */
public record GratingProtocol(int orientations, int phases, List<Double> frequencies) {
  private static final int ORIENTATIONS = 12;

  /** So many that the mean over phases of a rectified sine is exact to 1.5 %. */
  private static final int PHASES = 16;

  /** Half an octave below the finest grating that pixels can show. */
  private static final double FINEST = 0.5 / Math.sqrt(2);

  /**
   * Twelve orientations, 16 phases, and frequencies half an octave apart, from 0.35 periods a pixel
   * down to the first of which no more than half a period fits into what the cells see.
   *
   * @param layers those of the cells
   * @throws IllegalArgumentException if a layer does not exist; it lists those that do
   */
  public static GratingProtocol of(VisionModel vision, Collection<String> layers) {
    int side = vision.architecture().imageSize();
    int seen =
        layers.stream().mapToInt(layer -> vision.field(layer).seen(side).side()).max().orElse(side);
    List<Double> frequencies = new ArrayList<>();
    for (int half = 0; frequencies.isEmpty() || frequencies.get(half - 1) * seen > 0.5; half++) {
      frequencies.add(FINEST * Math.pow(2, -half / 2.0));
    }
    Collections.reverse(frequencies);
    return new GratingProtocol(ORIENTATIONS, PHASES, frequencies);
  }

  /** The gratings for images of a size; the frequency changes fastest, then the phase. */
  StimulusSet<Grating> gratings(int side) {
    return StimulusSet.gratings(
        side, orientations, phases, frequencies.stream().map(one -> one * side).toList());
  }
}
