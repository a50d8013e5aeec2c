package org.opponency.physiology;

/**
 * When a cell counts as opponent.
 *
 * @param threshold how far responses must go to both sides of the baseline, as a share of the
 *     cell's largest deviation from it, [0, 1); 0 means at all
 * @param positiveBaseline whether the baseline must be positive, too
 */
public record OpponencyRule(double threshold, boolean positiveBaseline) {
  /** The paper's: any response on each side of the baseline (section 2). */
  public static final OpponencyRule PAPER = new OpponencyRule(0, false);

  /** The later code's: and a positive baseline (ecs-vlc/opponency, statistics/devalois.py). */
  public static final OpponencyRule POSITIVE_BASELINE = new OpponencyRule(0, true);

  /** Refuses thresholds outside of [0, 1). */
  public OpponencyRule {
    if (!(threshold >= 0 && threshold < 1)) {
      throw new IllegalArgumentException("Expected a threshold in [0, 1), got " + threshold);
    }
  }

  /** The class of a cell with these extreme responses. */
  Opponency of(Extremes extremes, float baseline) {
    double above = (double) extremes.max() - baseline;
    double below = (double) baseline - extremes.min();
    double least = threshold * Math.max(above, below);
    if (above == 0 && below == 0) {
      return Opponency.UNRESPONSIVE;
    }
    boolean opponent = above > least && below > least && (!positiveBaseline || baseline > 0);
    return opponent ? Opponency.OPPONENT : Opponency.NON_OPPONENT;
  }
}
