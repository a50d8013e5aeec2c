package org.opponency.physiology.cone;

import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.opponency.io.Fraction;
import org.opponency.physiology.ColourTuning;
import org.opponency.physiology.Opponency;
import org.opponency.physiology.OpponencyRule;
import org.opponency.physiology.Responses;
import org.opponency.stimuli.ConeSpace;
import org.opponency.stimuli.Hue;

/**
 * What today's measure says of a cell: HSL hues of lightness 0.5, whose luminance varies 13-fold,
 * against black.
 *
 * @param crosses opponency by the paper's words
 * @param code opponency by the authors' code
 * @param luminance how much of the cell's tuning to hue is tuning to luminance: squared correlation
 *     of its responses with the hues' L + M; NaN for a cell that answers all alike
 */
public record HueReading(Opponency crosses, Opponency code, @Fraction double luminance) {
  static HueReading of(Responses<Hue> hues, int cell) {
    ColourTuning tuning = ColourTuning.of(hues, cell, OpponencyRule.CROSSES);
    return new HueReading(
        tuning.opponency(),
        tuning.by(OpponencyRule.AUTHORS_CODE).opponency(),
        byLuminance(hues, cell));
  }

  private static double byLuminance(Responses<Hue> hues, int cell) {
    double[] light = new double[hues.stimuli().size()];
    double[] responses = new double[light.length];
    for (int i = 0; i < light.length; i++) {
      double[] cones = ConeSpace.cones(hues.stimuli().get(i).rgb());
      light[i] = cones[0] + cones[1];
      responses[i] = hues.curves()[cell][i];
    }
    double correlation = new PearsonsCorrelation().correlation(light, responses);
    return correlation * correlation;
  }
}
