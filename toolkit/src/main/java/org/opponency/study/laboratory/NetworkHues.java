package org.opponency.study.laboratory;

import java.util.List;
import org.opponency.physiology.cone.HueCurves;
import org.opponency.physiology.cone.HumanHues;
import org.opponency.study.results.WeightOrigin;

/**
 * How finely the layers of a network tell wavelengths apart.
 *
 * @param weights whether those of the network are trained or drawn at random
 * @param curves one a layer
 */
public record NetworkHues(WeightOrigin weights, List<HueCurves> curves) {
  /** How alike each layer is to people. */
  List<HueLikeness> likeness() {
    return curves.stream()
        .map(
            layer ->
                new HueLikeness(
                    weights,
                    layer.layer(),
                    HumanHues.likeness(layer.sensitivity()),
                    HumanHues.likeness(layer.companion())))
        .toList();
  }
}
