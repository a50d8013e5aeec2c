package org.opponency.physiology;

/**
 * The four ways to read Figure 2, because the paper leaves two things open: whether the baseline
 * must be positive (its words ask for responses on both sides of it, its authors' code for a
 * positive one, too) and whether stimuli are normalised as pictures are (the code that was
 * published builds networks without it). The first is the default: its rule gives every label that
 * the authors published, and networks see stimuli as they saw pictures when they were trained.
 */
public enum OpponencyReading {
  /** By the authors' code, normalised: the default. */
  AUTHORS_CODE(OpponencyRule.AUTHORS_CODE, true, 0.375),
  /** By the paper's words, normalised. */
  CROSSES(OpponencyRule.CROSSES, true, 0.75),
  /** By the authors' code, as pixels in [0, 1]. */
  AUTHORS_CODE_RAW(OpponencyRule.AUTHORS_CODE, false, 0),
  /** By the paper's words, as pixels in [0, 1]. */
  CROSSES_RAW(OpponencyRule.CROSSES, false, 0.75);

  private final OpponencyRule rule;
  private final boolean normalised;
  private final double linearNull;

  OpponencyReading(OpponencyRule rule, boolean normalised, double linearNull) {
    this.rule = rule;
    this.normalised = normalised;
    this.linearNull = linearNull;
  }

  /** When a cell counts as opponent. */
  public OpponencyRule rule() {
    return rule;
  }

  /** Whether stimuli are normalised as pictures are. */
  public boolean normalised() {
    return normalised;
  }

  /**
   * Share of colour-opponent cells among linear ones whose three weights have random signs and
   * whose bias is zero. Hues excite and inhibit the cell unless all signs are alike: 1 - 2/8. Black
   * is as likely below zero as above once it is normalised; raw, it is zero and no baseline is
   * positive.
   */
  public double linearNull() {
    return linearNull;
  }

  /** The share of opponent cells. */
  public double share(OpponencyCounts counts) {
    return rule.positiveBaseline() ? counts.opponentShare() : counts.crossingShare();
  }

  /** The name as headings give it. */
  public String label() {
    return (rule.positiveBaseline() ? "crosses a positive baseline" : "crosses the baseline")
        + (normalised ? ", stimuli normalised" : ", raw stimuli");
  }
}
