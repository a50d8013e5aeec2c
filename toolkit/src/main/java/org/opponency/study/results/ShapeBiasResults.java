package org.opponency.study.results;

import java.util.ArrayList;
import java.util.List;
import org.opponency.evaluation.CueDecision;
import org.opponency.evaluation.ErrorAgreement;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.ShapeBias;
import org.opponency.images.CueConflictSet;
import org.opponency.study.networks.Provenance;

/**
 * What networks decide where shape and texture disagree (Figure 4).
 *
 * @param provenance where the numbers come from
 * @param stimuli what was shown
 * @param decisions of each network, one a stimulus
 * @param answers categories that the networks can answer with
 */
public record ShapeBiasResults(
    Provenance provenance,
    CueConflictSet stimuli,
    List<Measured<List<CueDecision>>> decisions,
    List<String> answers)
    implements Results.OfOneRow<ShapeBias> {
  @Override
  public List<Measured<ShapeBias>> networks() {
    return decisions.stream().map(one -> one.map(own -> ShapeBias.of(own, answers))).toList();
  }

  /** Shape bias by width and category of the shape, the living runs of a width taken together. */
  public List<CategoryPoint> byCategory() {
    return CategoryPoint.of(decisions, answers);
  }

  /** Error consistency of every two networks of a run: do they name the shape of the same? */
  public List<ErrorAgreement> agreement(int run) {
    List<Measured<List<CueDecision>>> own =
        decisions.stream().filter(one -> one.network().run() == run).toList();
    List<ErrorAgreement> pairs = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      for (int j = i + 1; j < own.size(); j++) {
        pairs.add(agreement(own.get(i), own.get(j)));
      }
    }
    return pairs;
  }

  private static ErrorAgreement agreement(
      Measured<List<CueDecision>> first, Measured<List<CueDecision>> second) {
    return ErrorAgreement.of(
        first.network().model(), first.value(), second.network().model(), second.value());
  }
}
