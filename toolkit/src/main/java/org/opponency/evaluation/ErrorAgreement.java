package org.opponency.evaluation;

import java.util.List;

/**
 * How far two observers err on the same stimuli, networks or people.
 *
 * @param first one of them
 * @param second the other
 * @param consistency observed and expected, and kappa
 */
public record ErrorAgreement(String first, String second, ErrorConsistency consistency) {
  /**
   * That of two observers of cue conflicts, where right is the shape.
   *
   * @throws IllegalArgumentException if one decided twice on a stimulus or they share none
   */
  public static ErrorAgreement of(
      String first, List<CueDecision> firsts, String second, List<CueDecision> seconds) {
    return new ErrorAgreement(
        first,
        second,
        ErrorConsistency.of(
            firsts.stream().map(CueDecision::answer).toList(),
            seconds.stream().map(CueDecision::answer).toList()));
  }

  /** Mean kappa of some pairs, those left out that have none; NaN if none has. */
  public static double meanKappa(List<ErrorAgreement> pairs) {
    return pairs.stream()
        .mapToDouble(ErrorAgreement::kappa)
        .filter(kappa -> !Double.isNaN(kappa))
        .average()
        .orElse(Double.NaN);
  }

  /** Cohen's kappa; NaN where it is ill-defined. */
  public double kappa() {
    return consistency.kappa();
  }
}
