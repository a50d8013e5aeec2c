package org.opponency.study.laboratory;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.opponency.evaluation.ErrorAgreement;
import org.opponency.evaluation.ShapeBias;
import org.opponency.io.Fraction;

/**
 * How alike a network is to people.
 *
 * @param shapeBias of the network; NaN without decisions for either cue
 * @param people with whom it has a kappa, and over whom means are taken
 * @param withoutKappa people with whom it has none, because neither varies; left out
 * @param observed mean share of stimuli on which both name the shape or both do not
 * @param expected mean of that share for independent observers of the same accuracies
 * @param kappa mean of Cohen's kappa; NaN without any
 * @param least the smallest of them
 * @param most the largest of them
 */
public record HumanLikeness(
    @Fraction double shapeBias,
    int people,
    int withoutKappa,
    @Fraction double observed,
    @Fraction double expected,
    double kappa,
    double least,
    double most) {
  static HumanLikeness of(ShapeBias bias, List<ErrorAgreement> withPeople) {
    List<ErrorAgreement> known =
        withPeople.stream().filter(one -> !Double.isNaN(one.kappa())).toList();
    DoubleSummaryStatistics kappas =
        known.stream().mapToDouble(ErrorAgreement::kappa).summaryStatistics();
    boolean any = !known.isEmpty();
    return new HumanLikeness(
        bias.fraction(),
        known.size(),
        withPeople.size() - known.size(),
        mean(known, one -> one.consistency().observed()),
        mean(known, one -> one.consistency().expected()),
        ErrorAgreement.meanKappa(known),
        any ? kappas.getMin() : Double.NaN,
        any ? kappas.getMax() : Double.NaN);
  }

  private static double mean(List<ErrorAgreement> pairs, ToDoubleFunction<ErrorAgreement> number) {
    return pairs.stream().mapToDouble(number).average().orElse(Double.NaN);
  }
}
