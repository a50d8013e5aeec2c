package org.opponency.study.laboratory;

import java.util.List;
import org.opponency.evaluation.ErrorAgreement;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Observers;
import org.opponency.evaluation.ShapeBias;
import org.opponency.study.networks.Provenance;
import org.opponency.study.results.Results;
import org.opponency.study.results.ShapeBiasResults;

/**
 * How alike networks are to people where shape and texture disagree.
 *
 * @param decisions of the networks, and what they can answer with
 * @param people what each of them decided
 */
public record HumanResults(ShapeBiasResults decisions, Observers people)
    implements Results.OfOneRow<HumanLikeness> {
  @Override
  public Provenance provenance() {
    return decisions.provenance();
  }

  @Override
  public List<Measured<HumanLikeness>> networks() {
    List<String> answers = decisions.answers();
    return decisions.decisions().stream()
        .map(
            one ->
                one.map(
                    own ->
                        HumanLikeness.of(
                            ShapeBias.of(own, answers),
                            people.with(one.network().model(), own, answers))))
        .toList();
  }

  /** Every network with every person. */
  public List<ErrorAgreement> agreement() {
    return decisions.decisions().stream()
        .flatMap(
            one -> people.with(one.network().model(), one.value(), decisions.answers()).stream())
        .toList();
  }

  /** Every two people on the same stimuli. */
  public List<ErrorAgreement> ceiling() {
    return people.ceiling(decisions.answers());
  }

  /** The people's own shape bias, on what the networks can answer. */
  public List<Observers.OfObserver> shapeBias() {
    return people.shapeBias(decisions.answers());
  }

  /** That of all their trials together. */
  public ShapeBias together() {
    return people.together(decisions.answers());
  }
}
