package org.opponency.orchard;

import java.util.List;

/**
 * The silhouette of one fruit: a solid of revolution about a slightly bent axis, hollowed at the
 * stem end, and what grows on it. Coordinates: u to the right, v to the stem end, half height 1.
 */
final class Body {
  private static final double HOLLOW = 0.1;

  /** Usual jitter: wider at one end, wider in the middle, aspect ratio, bend. */
  private static final double TAPER = 0.15;

  private static final double BULGE = 0.15;
  private static final double ASPECT = 0.16;
  private static final double BEND = 0.1;

  private final Profile profile;
  private final double bend;
  private final double dip;
  private final double stretch;
  private final List<Part> parts;
  private final double reach;

  private Body(
      Profile profile, double bend, double dip, double stretch, List<Part> parts, double reach) {
    this.profile = profile;
    this.bend = bend;
    this.dip = dip;
    this.stretch = stretch;
    this.parts = parts;
    this.reach = reach;
  }

  /** Draws the common oval, on which nothing grows. */
  static Body plain(Overlap overlap, Draws draws) {
    Body oval = draw(Form.OVAL, 1, overlap, draws);
    return new Body(oval.profile, oval.bend, oval.dip, oval.stretch, List.of(), 1);
  }

  /** Draws a body of a form, moved the share {@code vague} (0 to 1) to the common oval. */
  static Body draw(Form form, double vague, Overlap overlap, Draws draws) {
    double spread = overlap.outlineSpread();
    double[] radii = new double[Profile.CONTROLS];
    double taper = draws.around(0, TAPER * spread);
    double bulge = draws.around(0, BULGE * spread);
    for (int i = 0; i < radii.length; i++) {
      double place = 0.2 * i - 1;
      double typical = form.radii()[i] + (Form.OVAL.radii()[i] - form.radii()[i]) * vague;
      radii[i] = typical * (1 + taper * place + bulge * (0.5 - place * place));
    }
    double clear = 1 - vague;
    double lean = (form.bend() * (draws.chance(0.5) ? 1 : -1)) * clear;
    double bend = lean + draws.around(0, BEND * spread);
    double dip = (form.dip() * clear + Form.OVAL.dip() * vague) * draws.between(0.6, 1.3);
    double stretch = 1 + draws.around(0, ASPECT * spread);
    Profile profile = new Profile(radii, form.scallop() * clear, form.scallops());
    boolean shown = draws.chance(overlap.topShown());
    Top top = vague > 0.5 ? Top.STALK : form.top();
    List<Part> parts = shown ? top.grow(1 - dip, draws.split("top")) : List.of();
    return new Body(profile, bend, dip, stretch, parts, 1 + (shown ? top.reach : 0));
  }

  /** Radius of a disc of the same area, in half heights; what a crown adds counts a little. */
  double size() {
    return Math.max(
        StrictMath.sqrt(profile.area() * stretch / StrictMath.PI), 0.68 + 0.22 * (reach - 1));
  }

  /** Distance from the centre beyond which there is nothing. */
  double reach() {
    return Math.max(reach, 1.5);
  }

  /** Height of the middle of the body with what grows on it. */
  double middle() {
    return (reach - 1) * 0.4;
  }

  /** The part over (or behind) the body at a point, or null. */
  Part partAt(double u, double v, boolean front) {
    for (Part part : parts) {
      if (part.front() == front && part.blade().covers(u, v)) {
        return part;
      }
    }
    return null;
  }

  /** Whether the point lies on the body or a part of it. */
  boolean covers(double u, double v) {
    return locate(u, v, new Brush()) || partAt(u, v, true) != null || partAt(u, v, false) != null;
  }

  /** Whether the body is at (u, v); if so writes its normal and the place on its skin. */
  boolean locate(double u, double v, Brush brush) {
    double slope = 2 * bend * v;
    double norm = StrictMath.sqrt(1 + slope * slope);
    double across = (u - bend * (v * v - 0.35)) / (norm * stretch);
    double q = 1 + across * across / HOLLOW;
    double notch = v > 0 ? dip / (q * q) : 0;
    double height = v * (1 + notch);
    double outline = profile.outline(height);
    double depth = outline - across * across;
    if (depth <= 0) {
      return false;
    }
    double radius = StrictMath.sqrt(outline);
    double half = profile.halfSlope(height);
    double turn = v > 0 ? -4 * v * notch * across / (q * HOLLOW) : 0;
    double nx = across - half * turn;
    double ny = -half * (1 + notch);
    double nz = StrictMath.sqrt(depth);
    double length = 1 / StrictMath.sqrt(nx * nx + ny * ny + depth);
    brush.nx = (nx + ny * slope) / norm * length;
    brush.ny = (ny - nx * slope) / norm * length;
    brush.nz = nz * length;
    brush.s =
        Arc.sine(across / radius) * (0.35 + 0.65 * StrictMath.sqrt(profile.squaredRadius(height)));
    brush.t = Arc.sine(height) * 0.85;
    return true;
  }
}
