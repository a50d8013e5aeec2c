package org.opponency.orchard;

/**
 * A soft-edged ellipse: a blurred blob of colour far behind, or a shadow.
 *
 * @param x centre, to the right
 * @param y centre, downwards
 * @param width half its width
 * @param height half its height
 * @param colour what it is mixed with, or, as a shadow, what it filters with
 * @param strength share in the middle
 */
record Spot(double x, double y, double width, double height, Colour colour, double strength) {
  /** Share of this at a point, 0 outside. */
  double share(double px, double py) {
    double dx = (px - x) / width;
    double dy = (py - y) / height;
    double inside = 1 - dx * dx - dy * dy;
    return inside <= 0 ? 0 : strength * Math.min(1, inside * (2 - inside) * 1.15);
  }
}
