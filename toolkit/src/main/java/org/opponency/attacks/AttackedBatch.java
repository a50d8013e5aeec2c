package org.opponency.attacks;

import java.util.List;

/**
 * What came of one batch: the smallest piece of a measurement that is kept.
 *
 * @param attack its settings, {@link #CLEAN} for images as they are
 * @param trials one an epsilon
 * @param gradients counts over the whole batch
 */
public record AttackedBatch(String attack, List<Trial> trials, GradientCounts gradients) {
  /** Stands for no attack at all, with epsilon 0. */
  public static final String CLEAN = "clean";

  /** Copies the list. */
  public AttackedBatch {
    trials = List.copyOf(trials);
  }
}
