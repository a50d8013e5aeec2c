package org.opponency.orchard;

/**
 * The light of a scene: a sun and an even sky.
 *
 * @param x direction to the sun, to the right
 * @param y direction to the sun, upwards
 * @param z direction to the sun, towards the viewer
 * @param sun colour of the sun's light
 * @param sky colour of the light from everywhere
 */
record Light(double x, double y, double z, Colour sun, Colour sky) {
  private static final Colour WARM = new Colour(1.12, 0.98, 0.8);
  private static final Colour COOL = new Colour(0.88, 0.98, 1.14);

  /** Draws daylight, warm or cool; a hard one is dim or glaring, low, and strongly tinted. */
  static Light draw(boolean hard, Draws draws) {
    double side = draws.between(-0.75, 0.75);
    double up = hard ? draws.between(-0.6, 0.9) : draws.between(0.3, 0.85);
    double front = hard ? draws.between(-0.1, 0.6) : draws.between(0.5, 0.9);
    double norm = 1 / StrictMath.sqrt(side * side + up * up + front * front);
    double power = hard ? draws.between(0.3, 1.7) : draws.between(0.95, 1.3);
    double contrast = draws.between(0.52, 0.72);
    Colour tint = WARM.mix(COOL, draws.uniform());
    if (hard) {
      tint = tint.times(Colour.hsv(draws.uniform(), draws.between(0.1, 0.45), 1.15));
    }
    Colour white = Colour.WHITE.times(power);
    return new Light(
        side * norm,
        up * norm,
        front * norm,
        white.times(tint).times(contrast * 1.7),
        white.times(WARM.mix(COOL, 0.72)).times((1 - contrast) * 1.15));
  }

  /** This light as seen from a frame turned by an angle with this cosine and sine. */
  Light turned(double cos, double sin) {
    return new Light(cos * x + sin * y, cos * y - sin * x, z, sun, sky);
  }

  /** Lights a matte flat thing that faces the viewer; {@code exposure} scales the sun. */
  void shine(Brush brush, double exposure) {
    brush.r *= sky.r() + exposure * sun.r();
    brush.g *= sky.g() + exposure * sun.g();
    brush.b *= sky.b() + exposure * sun.b();
  }
}
