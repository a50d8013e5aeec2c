package org.opponency.orchard;

/**
 * The typical silhouette of a fruit.
 *
 * @param radii control radii of its {@link Profile} for half height 1
 * @param bend curvature of its axis
 * @param dip depth of the hollow at the stem end
 * @param scallop relative depth of the bumps along the outline
 * @param scallops bumps from end to end
 * @param top what grows at the stem end
 */
record Form(double[] radii, double bend, double dip, double scallop, double scallops, Top top) {
  /** What all fruits share: an oval with no feature. */
  static final Form OVAL =
      new Form(
          new double[] {0, .29, .55, .76, .89, .93, .89, .76, .55, .29, 0},
          0,
          0.03,
          0,
          4,
          Top.STALK);
}
