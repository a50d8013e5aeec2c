package org.opponency.study.results;

import java.util.List;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.ThreeCueBias;
import org.opponency.orchard.ThreeCueSet;
import org.opponency.study.networks.Provenance;

/**
 * Which cue decides where shape, texture and colour disagree; no photographs can ask that.
 *
 * @param provenance where the numbers come from
 * @param stimuli what was shown
 * @param networks the bias of each network
 */
public record ThreeCueResults(
    Provenance provenance, ThreeCueSet stimuli, List<Measured<ThreeCueBias>> networks)
    implements Results.OfOneRow<ThreeCueBias> {
  /** The shares of shape, texture and colour, in this order. */
  public List<ByWidth> shares() {
    return List.of(
        ByWidth.of("shape", networks, ThreeCueBias::shapeShare),
        ByWidth.of("texture", networks, ThreeCueBias::textureShare),
        ByWidth.of("colour", networks, ThreeCueBias::colourShare));
  }
}
