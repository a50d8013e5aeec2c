package org.opponency.study.results;

import java.util.List;
import java.util.stream.IntStream;
import org.opponency.evaluation.ByWidth;
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
 * @param filter what the network said of them that chose them for its mistakes; empty where none
 *     did
 */
public record NaturalAdversarialResults(
    Provenance provenance,
    ImageSet images,
    List<Measured<List<Prediction>>> predictions,
    List<Prediction> filter)
    implements Results.OfOneRow<Calibration> {
  @Override
  public List<Measured<Calibration>> networks() {
    return predictions.stream().map(one -> one.map(Calibration::of)).toList();
  }

  /** Accuracy over confidence in bins of equal width, the living runs of a width together. */
  public List<ReliabilityPoint> reliability(int bins) {
    return ReliabilityPoint.of(predictions, bins);
  }

  /** Accuracy of the most confident answers, mean over the living runs of a width. */
  public List<ResponseRatePoint> responseRate() {
    return ResponseRatePoint.of(predictions);
  }

  /**
   * The fraction of the images on which each network makes the filter's very mistake: a filter
   * makes pictures look hard for networks like itself.
   */
  public ByWidth agreementWithFilter() {
    return ByWidth.of("the filter's own mistakes", predictions, this::agreement);
  }

  private double agreement(List<Prediction> own) {
    return IntStream.range(0, filter.size())
        .mapToDouble(i -> own.get(i).decision() == filter.get(i).decision() ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }
}
