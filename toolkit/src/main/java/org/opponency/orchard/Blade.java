package org.opponency.orchard;

/**
 * A leaf-like outline, from its foot at (x, y) to its tip; also drawn for stalks and spikes.
 *
 * @param cos cosine of the angle between the y axis and the blade
 * @param sin sine of that angle
 * @param width half the width where it is widest, before the taper
 * @param root 1: widest at the foot; 0: widest in the middle, pointed at both ends
 * @param curl sideways displacement of the tip in lengths
 */
record Blade(
    double x,
    double y,
    double cos,
    double sin,
    double length,
    double width,
    double root,
    double curl) {
  /** What {@link #across} gives beyond the foot or the tip. */
  static final double OUTSIDE = 2;

  /** A blade that points {@code angle} radians from the y axis towards the x axis. */
  static Blade of(
      double x, double y, double angle, double length, double width, double root, double curl) {
    return new Blade(x, y, StrictMath.cos(angle), StrictMath.sin(angle), length, width, root, curl);
  }

  /** How far along the blade: 0 at the foot, 1 at the tip. */
  double along(double px, double py) {
    return ((px - x) * sin + (py - y) * cos) / length;
  }

  /** How far across, -1 to 1 from edge to edge, at {@code along}; larger values lie outside. */
  double across(double px, double py, double along) {
    if (along <= 0 || along >= 1) {
      return OUTSIDE;
    }
    double half = width * (1 - along) * (root + (1 - root) * 4 * along);
    return ((px - x) * cos - (py - y) * sin - curl * length * along * along) / half;
  }

  boolean covers(double px, double py) {
    double across = across(px, py, along(px, py));
    return across > -1 && across < 1;
  }
}
