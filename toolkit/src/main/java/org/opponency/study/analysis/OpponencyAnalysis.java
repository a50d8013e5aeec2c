package org.opponency.study.analysis;

import java.util.List;
import org.opponency.images.Normalisation;
import org.opponency.models.VisionModel;
import org.opponency.physiology.OpponencyProtocol;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.StudyNetworks;
import org.opponency.study.results.OpponencyResults;
import org.opponency.study.results.OpponentCells;
import org.opponency.study.results.WeightOrigin;
import org.opponency.study.store.CensusCache;

/**
 * Colour and luminance opponency of some layers' cells in all networks (Figure 2).
 *
 * @param study whose networks
 * @param layers PyTorch module paths
 * @param protocol how it is measured
 * @param normalised whether stimuli are normalised as pictures are, or reach the first layer as
 *     pixels in [0, 1]
 */
record OpponencyAnalysis(
    StudyNetworks study, List<String> layers, OpponencyProtocol protocol, boolean normalised) {
  /** Of the models, or of the same networks with random weights. */
  OpponencyResults of(WeightOrigin weights, List<ModelRun> models) {
    return new OpponencyResults(
        study.provenance(),
        weights.measured(study, models, layers, (name, vision) -> cells(weights, name, vision)));
  }

  private OpponentCells cells(WeightOrigin weights, String name, VisionModel vision) {
    if (normalised) {
      return measured(weights, name, vision);
    }
    try (VisionModel bare = vision.withNormalisation(Normalisation.NONE)) {
      return measured(weights, name, bare);
    }
  }

  private OpponentCells measured(WeightOrigin weights, String name, VisionModel vision) {
    CensusCache cells = new CensusCache(study.store());
    return new OpponentCells(weights, cells.opponency(name, vision, layers, protocol));
  }
}
