package org.opponency.orchard;

/**
 * Where a body lies in the picture: turned, scaled, moved, and seen in mild perspective.
 *
 * @param x centre, to the right
 * @param y centre, downwards
 * @param size radius of a disc of the body's area, in half pictures
 * @param cos cosine of the turn
 * @param sin sine of the turn
 * @param tiltX growth of the near side, to the right
 * @param tiltY growth of the near side, upwards
 */
record Pose(double x, double y, double size, double cos, double sin, double tiltX, double tiltY) {
  /** Draws a pose; a hard one is small or cropped, far off the middle, and turned at random. */
  static Pose draw(boolean hard, Draws draws) {
    boolean rolled = hard || draws.chance(0.12);
    double turn = rolled ? draws.between(-3.14, 3.14) : draws.around(0, 1.0);
    double size = hard ? draws.between(0.28, 0.85) : draws.between(0.47, 0.64);
    double off = hard ? 0.5 : 0.2;
    double tilt = hard ? 0.35 : 0.2;
    return new Pose(
        draws.around(0, off),
        draws.around(0, off),
        size,
        StrictMath.cos(turn),
        StrictMath.sin(turn),
        draws.around(0, tilt),
        draws.around(0, tilt));
  }
}
