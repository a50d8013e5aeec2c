package org.opponency.stimuli;

/**
 * The axes of Derrington, Krauskopf and Lennie (1984) about mid-grey, as contrasts of the cones
 * whose root mean square is 1.
 */
public enum ConeAxis {
  /** Light and dark: all cones alike. */
  ACHROMATIC("luminance", 1, 1, 1),
  /**
   * Red and green of one luminance: L and M change against each other so that L + M stays, S rests.
   */
  L_MINUS_M("L - M", Background.M, -Background.L, 0),
  /** Violet and lime of one luminance: S alone. */
  S("S", 0, 0, 1);

  /** What grey gives the cones: the only place where constants can look. */
  private static final class Background {
    static final double L = ConeSpace.cones(ConeSpace.BACKGROUND.rgb())[0];
    static final double M = ConeSpace.cones(ConeSpace.BACKGROUND.rgb())[1];
  }

  private final String label;
  private final double l;
  private final double m;
  private final double s;

  ConeAxis(String label, double l, double m, double s) {
    double size = Math.sqrt((l * l + m * m + s * s) / 3);
    this.label = label;
    this.l = l / size;
    this.m = m / size;
    this.s = s / size;
  }

  /** The name as legends give it. */
  public String label() {
    return label;
  }

  /** Contrasts of L, M and S, a new array; their root mean square is 1. */
  public double[] contrasts() {
    return new double[] {l, m, s};
  }

  /** The largest root mean square of the cones' contrasts that a screen shows to both sides. */
  public double largest() {
    return Math.min(ConeSpace.largest(l, m, s), ConeSpace.largest(-l, -m, -s));
  }
}
