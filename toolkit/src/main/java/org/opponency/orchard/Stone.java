package org.opponency.orchard;

/**
 * A pebble lying behind the fruit.
 *
 * @param x centre, to the right
 * @param y centre, downwards
 * @param width half its width
 * @param height half its height
 * @param colour its colour
 * @param light the scene's light
 */
record Stone(double x, double y, double width, double height, Colour colour, Light light)
    implements Layer {
  /** Draws a pebble at a place. */
  static Stone draw(double x, double y, Light light, Draws draws) {
    double width = draws.between(0.1, 0.26);
    Colour colour = Colour.hsv(draws.uniform(), draws.between(0.02, 0.3), draws.between(0.35, 0.8));
    return new Stone(x, y, width, width * draws.between(0.6, 0.9), colour, light);
  }

  @Override
  public boolean paint(double px, double py, Brush brush) {
    double dx = (px - x) / width;
    double dy = (y - py) / height;
    double squared = dx * dx + dy * dy;
    if (squared >= 1) {
      return false;
    }
    double facing = dx * light.x() + dy * light.y() + StrictMath.sqrt(1 - squared) * light.z();
    brush.set(colour);
    light.shine(brush, Math.max(0, facing));
    return true;
  }
}
