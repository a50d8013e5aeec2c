package org.opponency.study.laboratory;

import org.opponency.io.Fraction;
import org.opponency.io.InUnits;
import org.opponency.physiology.grating.Orientedness;
import org.opponency.physiology.picture.PictureLinearity;
import org.opponency.study.results.WeightOrigin;

/**
 * Lindsey's measures of one cell: how linear it is in pictures, and how oriented its field.
 *
 * @param weights whether those of the network are trained or drawn at random
 * @param layer PyTorch module path
 * @param cell its channel, counted from 0
 * @param goodness R^2 of a linear model on held-out pictures, before the ReLU
 * @param rectified the same behind the ReLU
 * @param orientation of the bar that fits its field best
 * @param orthogonal fit of the orthogonal bar over that of the best
 * @param deviation s.d. of the fits over orientations
 */
public record LinearityCell(
    WeightOrigin weights,
    String layer,
    int cell,
    @Fraction double goodness,
    @Fraction double rectified,
    @InUnits("degrees") double orientation,
    @Fraction double orthogonal,
    double deviation) {
  static LinearityCell of(WeightOrigin weights, PictureLinearity linear, Orientedness bars) {
    return new LinearityCell(
        weights,
        linear.layer(),
        linear.cell(),
        linear.goodness(),
        linear.rectified(),
        bars.orientation(),
        bars.orthogonal(),
        bars.deviation());
  }

  /** Whether its response does not vary over the held-out pictures, or is no number. */
  public boolean silent() {
    return Double.isNaN(goodness);
  }
}
