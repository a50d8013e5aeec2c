package org.opponency.orchard;

/**
 * A leaf (or, when narrow and brown, a twig) in picture coordinates, with a midrib and side veins.
 *
 * @param blade its outline
 * @param colour its colour
 * @param light the scene's light
 * @param fold how differently its two halves face the light, -0.3 to 0.3
 */
record Leaf(Blade blade, Colour colour, Light light, double fold) implements Layer {
  private static final Colour[] GREENS = {
    Colour.hex(0x4f8a34), Colour.hex(0x6d9c3c), Colour.hex(0x3c7340), Colour.hex(0x8a9c44)
  };
  private static final Colour[] DRY = {
    Colour.hex(0x8a6a3c), Colour.hex(0xa8803c), Colour.hex(0x6e4a34), Colour.hex(0x9a5a3a)
  };

  /** Draws a leaf with its foot at (x, y), {@code angle} radians from the y axis. */
  static Leaf draw(double x, double y, double angle, double length, Light light, Draws draws) {
    Colour[] kinds = draws.chance(0.75) ? GREENS : DRY;
    Blade blade =
        Blade.of(
            x,
            y,
            angle,
            length,
            length * draws.between(0.2, 0.3),
            draws.between(0.05, 0.25),
            draws.around(0, 0.3));
    return new Leaf(
        blade,
        kinds[draws.below(kinds.length)].times(draws.between(0.7, 1.15)),
        light,
        draws.between(-0.3, 0.3));
  }

  /** Draws a twig. */
  static Leaf twig(double x, double y, double angle, double length, Light light, Draws draws) {
    Blade blade =
        Blade.of(x, y, angle, length, draws.between(0.025, 0.05), 0.9, draws.around(0, 0.2));
    return new Leaf(blade, DRY[draws.below(DRY.length)].times(0.8), light, 0.3);
  }

  boolean covers(double x, double y) {
    return blade.covers(x, y);
  }

  @Override
  public boolean paint(double x, double y, Brush brush) {
    double along = blade.along(x, y);
    double across = blade.across(x, y, along);
    if (!(across > -1 && across < 1)) {
      return false;
    }
    double reach = Math.abs(across);
    double vein = 7 * along - 1.6 * reach;
    double wave = vein - Noise.floor(vein) - 0.5;
    double rib = reach < 0.07 ? 0.22 : 0;
    double shade = 0.94 + rib - 0.5 * wave * wave + (across > 0 ? fold : -fold) - 0.12 * reach;
    brush.set(colour);
    brush.times(shade);
    light.shine(brush, 0.75);
    return true;
  }
}
