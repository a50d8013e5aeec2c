package org.opponency.study.laboratory;

import java.util.List;
import org.opponency.physiology.cone.HueCurves;
import org.opponency.physiology.cone.HumanHues;
import org.opponency.study.results.WeightOrigin;

/**
 * How alike a layer's sensitivity to wavelength is to people's: Spearman's rank correlation.
 *
 * @param weights whether those of the network are trained or drawn at random
 * @param layer PyTorch module path
 * @param allCells of all cells together; NaN for a layer that answers none of the fields
 * @param companion of the slope of the largest response, as the companion study has it, but of the
 *     centre cells alone: see {@link HueCurves}
 */
public record HueLikeness(WeightOrigin weights, String layer, double allCells, double companion) {
  /** Those of a network, a row a layer. */
  static List<HueLikeness> of(CellRecords<HueCurves> network) {
    return network.rows().stream().map(curves -> of(network.weights(), curves)).toList();
  }

  private static HueLikeness of(WeightOrigin weights, HueCurves curves) {
    return new HueLikeness(
        weights,
        curves.layer(),
        HumanHues.likeness(curves.sensitivity()),
        HumanHues.likeness(curves.companion()));
  }
}
