package org.opponency.attacks;

import java.util.List;

/**
 * What came of one batch: the smallest piece of a measurement that is kept.
 *
 * @param rows of one attack
 * @param gradients counts over the whole batch
 */
public record AttackOutcomes(List<AttackOutcome> rows, GradientCounts gradients) {
  /** Copies the list. */
  public AttackOutcomes {
    rows = List.copyOf(rows);
  }

  String attack() {
    return rows.get(0).attack();
  }

  long images() {
    return rows.stream().mapToInt(AttackOutcome::image).distinct().count();
  }
}
