package org.opponency.evaluation;

import static org.opponency.io.Text.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether two observers err on the same images, beyond what their accuracies alone would give:
 * Cohen's kappa of right and wrong (Geirhos, Meding and Wichmann 2020).
 *
 * @param images that both answered
 * @param unpaired answers to images that the other did not see, left out
 * @param observed share of images on which both are right or both are wrong
 * @param expected that share for independent observers of the same accuracies
 * @param kappa (observed - expected) / (1 - expected); NaN where both are always right, or both
 *     always wrong, and {@code warning} says so (model-vs-human gives 1 there)
 * @param warning why there is no kappa, or empty
 */
public record ErrorConsistency(
    int images, int unpaired, double observed, double expected, double kappa, String warning) {
  /**
   * Error consistency of two observers.
   *
   * @throws IllegalArgumentException if one answered an image twice or they share none
   */
  public static ErrorConsistency of(List<Answer> first, List<Answer> second) {
    Map<String, Boolean> ones = byImage(first);
    Map<String, Boolean> others = byImage(second);
    List<String> shared = ones.keySet().stream().filter(others::containsKey).toList();
    if (shared.isEmpty()) {
      throw new IllegalArgumentException(
          format(
              "Expected answers to the same images, but none of %d and %d are shared: \"%s\" and \"%s\"",
              first.size(), second.size(), example(first), example(second)));
    }
    double n = shared.size();
    double p = shared.stream().filter(ones::get).count() / n;
    double q = shared.stream().filter(others::get).count() / n;
    double observed =
        shared.stream().filter(image -> ones.get(image).equals(others.get(image))).count() / n;
    double expected = p * q + (1 - p) * (1 - q);
    return new ErrorConsistency(
        shared.size(),
        first.size() + second.size() - 2 * shared.size(),
        observed,
        expected,
        expected == 1 ? Double.NaN : (observed - expected) / (1 - expected),
        expected == 1 ? "neither observer varies: both are always right, or always wrong" : "");
  }

  private static Map<String, Boolean> byImage(List<Answer> answers) {
    Map<String, Boolean> byImage = new HashMap<>();
    for (Answer answer : answers) {
      if (byImage.put(answer.image(), answer.correct()) != null) {
        throw new IllegalArgumentException(
            "Expected one answer an image, got two on " + answer.image());
      }
    }
    return byImage;
  }

  private static String example(List<Answer> answers) {
    return answers.isEmpty() ? "" : answers.get(0).image();
  }
}
