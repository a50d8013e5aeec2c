package org.opponency.study.results;

import java.util.List;
import org.opponency.evaluation.Calibration;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Prediction;
import org.opponency.images.ImageSet;
import org.opponency.study.networks.Provenance;

/**
 * What networks say of natural adversarial examples (Figures 6 and 11).
 *
 * @param provenance where the numbers come from
 * @param images what was shown
 * @param predictions of each network, one an image
 */
public record NaturalAdversarialResults(
    Provenance provenance, ImageSet images, List<Measured<List<Prediction>>> predictions)
    implements Results<Calibration> {
  @Override
  public List<Measured<Calibration>> networks() {
    return predictions.stream().map(one -> one.map(Calibration::of)).toList();
  }

  @Override
  public List<Measured<Calibration>> rows() {
    return networks();
  }

  /** Accuracy over confidence in bins of equal width, the living runs of a width together. */
  public List<ReliabilityPoint> reliability(int bins) {
    return ReliabilityPoint.of(predictions, bins);
  }

  /** Accuracy of the most confident answers, mean over the living runs of a width. */
  public List<ResponseRatePoint> responseRate() {
    return ResponseRatePoint.of(predictions);
  }
}
