package org.opponency.study.analysis;

import java.util.List;
import org.opponency.claims.Quantity;
import org.opponency.evaluation.Comparison;
import org.opponency.evaluation.ShapeBias;

/**
 * Shape bias of one trained network.
 *
 * @param model its name
 * @param width N_BN; 0 without a retina
 * @param run counted from 0
 * @param dead whether its bottleneck is dead, which keeps it out of every mean
 * @param bias what its decisions say
 */
public record ModelShapeBias(String model, int width, int run, boolean dead, ShapeBias bias) {
  /** Shape decisions among shape and texture decisions; NaN without any. */
  public double fraction() {
    return bias.fraction();
  }

  /** Shape bias by width. */
  public static Comparison comparison(List<ModelShapeBias> rows) {
    return Comparison.of(
        Quantity.SHAPE_BIAS.title(),
        rows,
        ModelShapeBias::width,
        ModelShapeBias::fraction,
        ModelShapeBias::dead);
  }
}
