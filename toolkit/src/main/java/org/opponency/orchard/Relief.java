package org.opponency.orchard;

/**
 * The typical surface of a fruit: a lattice of features, ridges from end to end, and mottling.
 *
 * @param shape what sits in each lattice cell
 * @param width width of a lattice cell, in half heights of the body
 * @param height height of a lattice cell
 * @param jitter how far a feature may stand from the middle of its cell, 0 to 0.3
 * @param relief steepness of the features
 * @param groove darkening between the features, 0 to 1
 * @param eye radius of the accent in the middle of each feature, in cells
 * @param accent brightness of the accent relative to the skin where a surface has no colour
 * @param ridges ridges per half height around the body
 * @param ridging steepness and darkening of the ridges
 * @param mottle strength of the mottling
 * @param mottling how strongly blotches take the accent colour
 * @param gloss strength of the highlight
 * @param sharpness highlight exponent as a power of two
 */
record Relief(
    Shape shape,
    double width,
    double height,
    double jitter,
    double relief,
    double groove,
    double eye,
    double accent,
    double ridges,
    double ridging,
    double mottle,
    double mottling,
    double gloss,
    int sharpness) {
  /** The feature in a lattice cell. */
  enum Shape {
    /** A rounded knob that fills its cell. */
    KNOB,
    /** A pointed cone. */
    SPIKE,
    /** A hollow. */
    PIT
  }
}
