package org.opponency.physiology.cone;

/** How a cell sets the cones against each other, by the signs of its cone weights. */
public enum ConeClass {
  /** L against M, S with the stronger of them or not at all. */
  CONE_OPPONENT("L against M"),
  /** S against L and M together, which agree. */
  S_OPPONENT("S against L + M"),
  /** L against M, and S against their sum. */
  BOTH("both"),
  /** No cone against another. */
  NON_OPPONENT("no cone against another"),
  /** Weights explain less than half of what full fields do to it: it is not linear in the cones. */
  UNCLEAR("not linear in the cones"),
  /** Without weights: it answers full fields by nothing. */
  SILENT("silent");

  /** Weights that explain less say nothing of a cell. */
  static final double CLEAR = 0.5;

  private final String label;

  ConeClass(String label) {
    this.label = label;
  }

  /** The name as legends give it. */
  public String label() {
    return label;
  }

  /** Whether L and M have opposite signs, whatever S does. */
  public boolean isConeOpponent() {
    return this == CONE_OPPONENT || this == BOTH;
  }

  /** Whether S stands against the sum of L and M, whatever these do. */
  public boolean isSOpponent() {
    return this == S_OPPONENT || this == BOTH;
  }

  /** Whether weights say what it is. */
  public boolean isKnown() {
    return this != SILENT && this != UNCLEAR;
  }

  static ConeClass of(ConeWeights weights) {
    if (weights.areUnknown()) {
      return SILENT;
    } else if (weights.explained() < CLEAR) {
      return UNCLEAR;
    }
    boolean red = weights.l() * weights.m() < 0;
    boolean blue = weights.s() * (weights.l() + weights.m()) < 0;
    if (red) {
      return blue ? BOTH : CONE_OPPONENT;
    }
    return blue ? S_OPPONENT : NON_OPPONENT;
  }
}
