package org.opponency.orchard;

import java.util.List;

/** The fruit of a scene: its body in its pose, with surface, colours and light. */
final class Specimen implements Layer {
  /** How far in front of the fruit its leaves hang, which moves their shadows. */
  private static final double LEAF_HEIGHT = 0.12;

  private final Body body;
  private final Surface surface;
  private final Skin skin;
  private final boolean flat;
  private final Pose pose;
  private final Light light;
  private final List<Leaf> leaves;

  private final double zoom;
  private final double reach;
  private final double sky;
  private final double castX;
  private final double castY;
  private final double halfX;
  private final double halfY;
  private final double halfZ;

  /**
   * A fruit.
   *
   * @param flat whether to paint all of it in the base colour of its skin, without light
   * @param leaves what lies in front of the fruit and throws a shadow on it
   */
  Specimen(
      Body body,
      Surface surface,
      Skin skin,
      boolean flat,
      Pose pose,
      Light light,
      List<Leaf> leaves) {
    this.body = body;
    this.surface = surface;
    this.skin = skin;
    this.flat = flat;
    this.pose = pose;
    this.light = light.turned(pose.cos(), pose.sin());
    this.leaves = leaves;
    zoom = body.size() / pose.size();
    reach = body.reach() * body.reach();
    sky = pose.cos() * 0.2;
    castX = LEAF_HEIGHT * light.x();
    castY = -LEAF_HEIGHT * light.y();
    double x = this.light.x();
    double y = this.light.y();
    double z = this.light.z() + 1;
    double norm = 1 / StrictMath.sqrt(x * x + y * y + z * z);
    halfX = x * norm;
    halfY = y * norm;
    halfZ = z * norm;
  }

  /** Whether the fruit, or what grows on it, is at a point of the picture. */
  boolean covers(double x, double y) {
    return paint(x, y, new Brush());
  }

  @Override
  public boolean paint(double x, double y, Brush brush) {
    double dx = (x - pose.x()) * zoom;
    double dy = (pose.y() - y) * zoom;
    double far = 1 + pose.tiltX() * dx + pose.tiltY() * dy;
    if (far < 0.3) {
      return false;
    }
    double near = 1 / far;
    double u = (pose.cos() * dx + pose.sin() * dy) * near;
    double v = (pose.cos() * dy - pose.sin() * dx) * near + body.middle();
    if (u * u + v * v > reach) {
      return false;
    }
    Part part = body.partAt(u, v, true);
    boolean onBody = part == null && body.locate(u, v, brush);
    if (!onBody && part == null) {
      part = body.partAt(u, v, false);
      if (part == null) {
        return false;
      }
    }
    if (flat) {
      brush.set(skin.base());
      return true;
    }
    double sunlit = shaded(x, y) ? 0.3 : 1;
    if (onBody) {
      paintSkin(sunlit, brush);
    } else {
      paintPart(part, u, v, sunlit, brush);
    }
    return true;
  }

  private void paintSkin(double sunlit, Brush brush) {
    surface.feel(brush);
    skin.tint(brush);
    double edge = 1 - brush.nz;
    double nx = brush.nx - brush.slopeS * brush.nz;
    double ny = brush.ny - brush.slopeT * brush.nz;
    double nz = brush.nz + brush.slopeS * brush.nx + brush.slopeT * brush.ny;
    double norm = 1 / StrictMath.sqrt(nx * nx + ny * ny + nz * nz);
    nx *= norm;
    ny *= norm;
    nz *= norm;
    double facing = nx * light.x() + ny * light.y() + nz * light.z();
    double diffuse = sunlit * Math.max(0, 0.88 * facing + 0.12);
    double ambient = 0.85 + sky * ny;
    Colour sun = light.sun();
    Colour air = light.sky();
    double shine = sunlit * highlight(nx, ny, nz) + 0.05 * edge * edge * edge;
    brush.r = brush.r * (ambient * air.r() + diffuse * sun.r()) + shine * sun.r();
    brush.g = brush.g * (ambient * air.g() + diffuse * sun.g()) + shine * sun.g();
    brush.b = brush.b * (ambient * air.b() + diffuse * sun.b()) + shine * sun.b();
  }

  /** Blinn's highlight; its exponent is a power of two, so it needs no logarithm. */
  private double highlight(double nx, double ny, double nz) {
    double mirror = nx * halfX + ny * halfY + nz * halfZ;
    if (mirror <= 0) {
      return 0;
    }
    for (int i = 0; i < surface.sharpness(); i++) {
      mirror *= mirror;
    }
    return surface.gloss() * mirror;
  }

  private void paintPart(Part part, double u, double v, double sunlit, Brush brush) {
    double along = part.blade().along(u, v);
    double across = part.blade().across(u, v, along);
    Colour colour = part.matter().colour;
    brush.set(part.matter() == Part.Matter.SKIN ? skin.base().times(colour) : colour);
    brush.times(0.72 + 0.35 * along - 0.3 * across * across + 0.12 * across);
    light.shine(brush, 0.75 * sunlit);
  }

  private boolean shaded(double x, double y) {
    for (Leaf leaf : leaves) {
      if (leaf.covers(x + castX, y + castY)) {
        return true;
      }
    }
    return false;
  }
}
