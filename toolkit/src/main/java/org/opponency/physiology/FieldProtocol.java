package org.opponency.physiology;

/** How a receptive field is measured and made a picture. */
public enum FieldProtocol {
  /**
   * The paper's (appendix A): the gradient of the response before the ReLU at a field of zeros, its
   * minimum black and its maximum white.
   */
  PAPER(false, 0) {
    @Override
    double[] levels(double[] gradient) {
      return Standardised.betweenExtremes(gradient);
    }
  },
  /**
   * That of the authors' notebook of 2019 (ecs-vlc/opponency, cell_characterisation.ipynb): behind
   * the ReLU, at a field of 0.01, the middle half of the picture, mean 0.5 and s.d. 0.2.
   */
  NOTEBOOK_2019(true, 0.01f) {
    @Override
    double[] levels(double[] gradient) {
      return Standardised.population(gradient, 0.2);
    }
  };

  private final boolean rectified;
  private final float field;

  FieldProtocol(boolean rectified, float field) {
    this.rectified = rectified;
    this.field = field;
  }

  /** Whether the response is taken behind the ReLU. */
  public boolean rectified() {
    return rectified;
  }

  /** The level of the full field at which the gradient is taken, in [0, 1]. */
  public float field() {
    return field;
  }

  /** Grey levels in [0, 1] of a gradient. */
  abstract double[] levels(double[] gradient);
}
