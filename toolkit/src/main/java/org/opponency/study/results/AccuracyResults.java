package org.opponency.study.results;

import java.util.List;
import org.opponency.evaluation.Accuracy;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Predictions;
import org.opponency.study.networks.Provenance;

/**
 * How often networks are right about the validation images (Figure 5).
 *
 * @param provenance where the numbers come from
 * @param predictions what each network says of the images
 * @param classes names in label order
 */
public record AccuracyResults(
    Provenance provenance, List<Measured<Predictions>> predictions, List<String> classes)
    implements Results.OfOneRow<Accuracy> {
  @Override
  public List<Measured<Accuracy>> networks() {
    return predictions.stream().map(one -> one.<Accuracy>map(Accuracy::of)).toList();
  }

  /**
   * Accuracy class by class of the first network of a width.
   *
   * @throws IllegalArgumentException if there is none
   */
  public List<Accuracy.OfClass> byClass(int width) {
    Predictions own =
        predictions.stream()
            .filter(one -> one.width() == width)
            .findFirst()
            .map(Measured::value)
            .orElseThrow(
                () -> new IllegalArgumentException("There is no network of width " + width));
    return Accuracy.byClass(own.rows(), classes);
  }
}
