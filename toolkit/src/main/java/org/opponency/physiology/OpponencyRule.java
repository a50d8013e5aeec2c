package org.opponency.physiology;

/**
 * When a cell counts as opponent, told from its largest, its least and its baseline response.
 *
 * @param threshold how far responses must go to both sides of the baseline, as a share of the
 *     cell's largest deviation from it, [0, 1); 0 means at all
 * @param positiveBaseline whether the baseline must be positive, too
 */
public record OpponencyRule(double threshold, boolean positiveBaseline) {
  /** The paper's words (section 2): responses on both sides of the baseline, wherever it is. */
  public static final OpponencyRule CROSSES = new OpponencyRule(0, false);

  /**
   * The authors' code: and a positive baseline (ecs-vlc/opponency, statistics/devalois.py of
   * 2020-08-03). The code before, which asks for responses on both sides behind the ReLU, is the
   * same rule: a baseline of zero has nothing below it there. It gives every label that they
   * published.
   */
  public static final OpponencyRule AUTHORS_CODE = new OpponencyRule(0, true);

  /** Refuses thresholds outside of [0, 1). */
  public OpponencyRule {
    if (!(threshold >= 0 && threshold < 1)) {
      throw new IllegalArgumentException("Expected a threshold in [0, 1), got " + threshold);
    }
  }

  /** The class of a cell with these extreme responses. */
  public Opponency of(float max, float min, float baseline) {
    double above = (double) max - baseline;
    double below = (double) baseline - min;
    double least = threshold * Math.max(above, below);
    if (above == 0 && below == 0) {
      return Opponency.UNRESPONSIVE;
    }
    boolean opponent = above > least && below > least && (!positiveBaseline || baseline > 0);
    return opponent ? Opponency.OPPONENT : Opponency.NON_OPPONENT;
  }

  /**
   * How evenly a cell's responses lie about its baseline, whatever the rule: 2 min(u, d) / (u + d)
   * of the largest response above it, u, and below it, d.
   *
   * @return 1 where both are alike, 0 where all are on one side; NaN if the cell answers nothing
   */
  static double index(float max, float min, float baseline) {
    double above = (double) max - baseline;
    double below = (double) baseline - min;
    if (above == 0 && below == 0) {
      return Double.NaN;
    }
    return Math.max(0, 2 * Math.min(above, below) / (above + below));
  }
}
