package org.opponency.study.results;

import java.util.List;
import org.opponency.evaluation.Measured;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.Provenance;
import org.opponency.study.networks.TrainingSummary;

/**
 * Trained networks.
 *
 * @param provenance how they were trained
 * @param models the networks
 */
public record TrainingResults(Provenance provenance, List<ModelRun> models)
    implements Results.OfOneRow<TrainingSummary> {
  @Override
  public List<Measured<TrainingSummary>> networks() {
    return models.stream().map(TrainingSummary::of).toList();
  }

  /** The best accuracy after the last epoch, a fraction; 0 without networks. */
  public double best() {
    return networks().stream().mapToDouble(one -> one.value().validationAccuracy()).max().orElse(0);
  }
}
