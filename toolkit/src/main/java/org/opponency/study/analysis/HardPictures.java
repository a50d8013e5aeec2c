package org.opponency.study.analysis;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.List;
import org.opponency.evaluation.Prediction;
import org.opponency.images.ImageSet;

/**
 * Keeps pictures that a reference network gets wrong, as ImageNet-A was made (Hendrycks et al.
 * 2019). The reference must not be among the networks under test, or they would look better.
 */
public final class HardPictures {
  private HardPictures() {}

  /**
   * The first pictures of every class that were misclassified.
   *
   * @param predictions of all candidates, in their order
   * @param perClass at most so many of a class
   */
  public static ImageSet select(ImageSet candidates, List<Prediction> predictions, int perClass) {
    if (predictions.size() != candidates.size()) {
      throw new IllegalArgumentException(
          format(
              "Expected a prediction for each of %d candidates, got %d",
              candidates.size(), predictions.size()));
    }
    int[] kept = new int[candidates.classes().size()];
    List<Integer> hard = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      int label = candidates.label(i);
      if (!predictions.get(i).correct() && kept[label] < perClass) {
        kept[label]++;
        hard.add(i);
      }
    }
    return candidates.subset(hard.stream().mapToInt(i -> i).toArray());
  }
}
