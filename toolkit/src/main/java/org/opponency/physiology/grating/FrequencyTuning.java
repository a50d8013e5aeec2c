package org.opponency.physiology.grating;

import static org.opponency.io.Text.format;

import java.util.List;
import org.opponency.physiology.Extremes;

/**
 * How a cell is tuned to spatial frequency, at the orientation that it responds to most.
 *
 * @param frequency preferred of those shown, in periods a pixel
 * @param bandwidth octaves between the two frequencies at half of the largest response (De Valois,
 *     Albrecht and Thorell 1982), linear between those shown; NaN where the response does not fall
 *     that low on both sides: the cell is low-pass, or high-pass as far as pixels go
 * @param selectivity the lower over the higher frequency at {@code 1 / sqrt 2} of the largest
 *     response (Schiller, Finlay and Volman 1976), in (0, 1), large for a narrow cell; NaN likewise
 */
record FrequencyTuning(double frequency, double bandwidth, double selectivity) {
  private static final double HALF = 0.5;
  private static final double HALF_POWER = Math.sqrt(0.5);

  /** Refuses a curve that is not one response a frequency. */
  static FrequencyTuning of(double[] curve, List<Double> frequencies) {
    if (curve.length != frequencies.size()) {
      throw new IllegalArgumentException(
          format("Expected %d responses, got %d", frequencies.size(), curve.length));
    }
    int best = Extremes.largest(curve);
    return new FrequencyTuning(
        frequencies.get(best),
        octaves(curve, frequencies, best, HALF),
        Math.pow(2, -octaves(curve, frequencies, best, HALF_POWER)));
  }

  private static double octaves(double[] curve, List<Double> frequencies, int best, double share) {
    double level = share * curve[best];
    return edge(curve, frequencies, best, 1, level) - edge(curve, frequencies, best, -1, level);
  }

  /** Where the curve first falls to a level, as a logarithm to base 2; NaN if nowhere. */
  private static double edge(
      double[] curve, List<Double> frequencies, int best, int direction, double level) {
    for (int i = best + direction; i >= 0 && i < curve.length; i += direction) {
      if (curve[i] <= level) {
        double before = log2(frequencies.get(i - direction));
        double share = (curve[i - direction] - level) / (curve[i - direction] - curve[i]);
        return before + share * (log2(frequencies.get(i)) - before);
      }
    }
    return Double.NaN;
  }

  private static double log2(double frequency) {
    return Math.log(frequency) / Math.log(2);
  }
}
