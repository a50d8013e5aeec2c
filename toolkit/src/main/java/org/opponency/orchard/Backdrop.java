package org.opponency.orchard;

import java.util.ArrayList;
import java.util.List;

/**
 * What lies out of focus behind the fruit: a wall and a table (or one of them), their grain, blobs
 * of colour, and the shadow the fruit throws. Nothing here depends on the class.
 */
final class Backdrop {
  private static final Colour SHADE = new Colour(0.32, 0.3, 0.4);

  private final Colour wall;
  private final Colour wallEnd;
  private final Colour table;
  private final double edge;
  private final double slant;
  private final double grainX;
  private final double grainY;
  private final double grain;
  private final int seed;
  private final List<Spot> blobs = new ArrayList<>();
  private final Spot shadow;

  private Backdrop(Spot shadow, Light light, Draws draws) {
    this.shadow = shadow;
    Colour daylight = light.sky().mix(light.sun(), 0.5).times(1.1);
    wall = paint(draws).times(daylight);
    wallEnd = wall.mix(paint(draws).times(daylight), draws.between(0.2, 0.7));
    table = paint(draws).times(daylight);
    edge = draws.between(-0.35, 0.9);
    slant = draws.around(0, 0.15);
    boolean wood = draws.chance(0.5);
    grainX = wood ? 1.5 : draws.between(3, 9);
    grainY = wood ? draws.between(8, 16) : grainX;
    grain = draws.between(0.05, 0.24);
    seed = draws.bits();
    int count = draws.below(6);
    for (int i = 0; i < count; i++) {
      blobs.add(blob(daylight, draws));
    }
  }

  /** Draws a backdrop for a fruit in a pose. */
  static Backdrop draw(Pose pose, Light light, Draws draws) {
    double size = pose.size();
    Spot shadow =
        new Spot(
            pose.x() - 0.5 * size * light.x(),
            pose.y() + size * (0.4 + 0.25 * light.y()),
            1.3 * size,
            size * 0.95,
            SHADE,
            0.8);
    return new Backdrop(shadow, light, draws);
  }

  /** Writes the colour at (x, y), -1 to 1 each, y downwards. */
  void paint(double x, double y, Brush brush) {
    double below = (y + slant * x - edge) * 12;
    double onTable = below <= 0 ? 0 : below >= 1 ? 1 : below * below * (3 - 2 * below);
    brush.set(wall);
    brush.mix(wallEnd, 0.5 + 0.35 * (x + y));
    if (onTable < 1) {
      for (Spot blob : blobs) {
        brush.mix(blob.colour(), blob.share(x, y) * (1 - onTable));
      }
    }
    brush.mix(table, onTable);
    Noise.at(x * grainX, y * grainY, seed, brush);
    double coarse = brush.noise;
    Noise.at(x * grainX * 2.7, y * grainY * 2.7, ~seed, brush);
    brush.times(1 + grain * (coarse + 0.6 * brush.noise) * (0.4 + 0.6 * onTable));
    brush.times(1 - 0.12 * (x * x + y * y));
    double dark = shadow.share(x, y);
    brush.r *= 1 + (shadow.colour().r() - 1) * dark;
    brush.g *= 1 + (shadow.colour().g() - 1) * dark;
    brush.b *= 1 + (shadow.colour().b() - 1) * dark;
  }

  private static Spot blob(Colour daylight, Draws draws) {
    double radius = draws.between(0.12, 0.5);
    return new Spot(
        draws.between(-1, 1),
        draws.between(-1, 1),
        radius,
        radius,
        Colour.hsv(hue(draws), draws.between(0.2, 0.75), draws.between(0.5, 0.95)).times(daylight),
        draws.between(0.35, 0.8));
  }

  private static Colour paint(Draws draws) {
    double light = draws.uniform();
    return Colour.hsv(hue(draws), draws.between(0.04, 0.3), 0.4 + 0.5 * (1 - light * light));
  }

  /** From red over green to blue; never purple. */
  private static double hue(Draws draws) {
    return draws.between(0.02, 0.72);
  }
}
