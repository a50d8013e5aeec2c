package org.opponency.physiology.grating;

import static org.opponency.io.Text.format;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.opponency.physiology.Responses;
import org.opponency.stimuli.Grating;

/**
 * A cell's responses to drifting gratings, above its response to the background: what lies below it
 * counts as none, as in a cell of cortex, which is all but silent without a stimulus.
 *
 * @param responses (orientations, frequencies, phases), none of them negative
 */
record GratingCurves(double[][][] responses) {
  /** Below this share of its largest response a cell's modulation is rounding. */
  private static final double ROUNDING = 1e-6;

  static GratingCurves of(Responses<Grating> responses, int cell, GratingProtocol protocol) {
    int frequencies = protocol.frequencies().size();
    int phases = protocol.phases();
    float[] curve = responses.curve(cell);
    if (curve.length != protocol.orientations() * phases * frequencies) {
      throw new IllegalArgumentException(
          format(
              "Expected responses to %d orientations x %d phases x %d frequencies, got %d",
              protocol.orientations(), phases, frequencies, curve.length));
    }
    double blank = responses.baseline(cell);
    double least = ROUNDING * largest(curve, blank);
    double[][][] above = new double[protocol.orientations()][frequencies][phases];
    for (int i = 0; i < curve.length; i++) {
      double more = curve[i] - blank;
      above[i / (frequencies * phases)][i % frequencies][i / frequencies % phases] =
          more > least ? more : 0;
    }
    return new GratingCurves(above);
  }

  private static double largest(float[] curve, double blank) {
    return Math.max(
        Math.abs(blank),
        IntStream.range(0, curve.length).mapToDouble(i -> Math.abs(curve[i])).max().orElse(0));
  }

  /** The mean over phases, F0: (orientations, frequencies). */
  double[][] means() {
    return IntStream.range(0, responses.length)
        .mapToObj(
            o ->
                IntStream.range(0, responses[o].length)
                    .mapToDouble(f -> mean(responses[o][f]))
                    .toArray())
        .toArray(double[][]::new);
  }

  static double mean(double[] overPhases) {
    return DoubleStream.of(overPhases).average().orElseThrow();
  }

  /** Where the mean is largest, orientation and frequency; the first of equals. */
  int[] best() {
    double[][] means = means();
    int[] best = {0, 0};
    for (int o = 0; o < means.length; o++) {
      for (int f = 0; f < means[o].length; f++) {
        best = means[o][f] > means[best[0]][best[1]] ? new int[] {o, f} : best;
      }
    }
    return best;
  }
}
