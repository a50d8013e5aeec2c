package org.opponency.physiology;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.opponency.stimuli.Grating;

/**
 * A cell's peak response over phases to each orientation and frequency, as to a drifting grating.
 * With five phases the best one may miss a bar's middle by 36 degrees of a period and the peak of a
 * linear cell come out up to a fifth too low.
 *
 * @param orientations in degrees, ascending
 * @param frequencies in periods a stimulus, ascending
 * @param peaks (orientations, frequencies)
 */
public record OrientationMap(List<Double> orientations, List<Double> frequencies, float[][] peaks) {
  /** The map of one cell. */
  public static OrientationMap of(Responses<Grating> responses, int cell) {
    List<Grating> gratings = responses.stimuli().stimuli();
    List<Double> orientations =
        gratings.stream().map(Grating::orientation).distinct().sorted().toList();
    List<Double> frequencies =
        gratings.stream().map(Grating::frequency).distinct().sorted().toList();
    float[][] peaks = new float[orientations.size()][frequencies.size()];
    for (float[] row : peaks) {
      Arrays.fill(row, Float.NEGATIVE_INFINITY);
    }
    for (int i = 0; i < gratings.size(); i++) {
      int row = orientations.indexOf(gratings.get(i).orientation());
      int column = frequencies.indexOf(gratings.get(i).frequency());
      peaks[row][column] = Math.max(peaks[row][column], responses.curves()[cell][i]);
    }
    return new OrientationMap(orientations, frequencies, peaks);
  }

  /** Index of the frequency with the largest peak; the lowest of equals. */
  int bestFrequency() {
    int best = 0;
    for (int column = 1; column < frequencies.size(); column++) {
      best = highest(column) > highest(best) ? column : best;
    }
    return best;
  }

  private double highest(int column) {
    return IntStream.range(0, peaks.length).mapToDouble(row -> peaks[row][column]).max().orElse(0);
  }

  /** Responses to each orientation at one frequency. */
  double[] orientationCurve(int frequency) {
    return IntStream.range(0, peaks.length).mapToDouble(row -> peaks[row][frequency]).toArray();
  }
}
