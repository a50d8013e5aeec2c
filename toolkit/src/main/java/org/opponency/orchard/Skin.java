package org.opponency.orchard;

/**
 * The colours of one fruit.
 *
 * @param base colour of most of the skin
 * @param blush colour of its sunny side
 * @param flush share of the blush on the sunny side
 * @param sunX direction of the sunny side, to the right
 * @param sunY direction of the sunny side, to the stem end
 * @param accent colour of seeds, eyes and flecks
 */
record Skin(Colour base, Colour blush, double flush, double sunX, double sunY, Colour accent) {
  /** Draws colours from a palette, moved the share {@code vague} to those of unripe fruit. */
  static Skin draw(Palette palette, double vague, Overlap overlap, Draws draws) {
    Colour own = palette.tones()[draws.below(palette.tones().length)];
    Colour unripe = Palette.UNRIPE.tones()[draws.below(Palette.UNRIPE.tones().length)];
    Colour base = jitter(own.mix(unripe, vague), overlap, draws);
    double angle = draws.between(0, 2 * StrictMath.PI);
    return new Skin(
        base,
        palette.blush().mix(Palette.UNRIPE.blush(), vague),
        palette.flush() * draws.uniform(),
        StrictMath.cos(angle),
        StrictMath.sin(angle),
        palette.accent().mix(Palette.UNRIPE.accent(), vague));
  }

  /** Greys of a drawn brightness; the accent is {@code accent} times as bright as the skin. */
  static Skin neutral(double accent, Draws draws) {
    Colour base = Palette.NEUTRAL.tones()[draws.below(Palette.NEUTRAL.tones().length)];
    return new Skin(base, base, 0, 1, 0, base.times(accent));
  }

  /** This on the way to a colour that is unusual for any fruit. */
  Skin odd(Draws draws) {
    Colour strange = Colour.hsv(draws.uniform(), draws.between(0.1, 0.7), draws.between(0.35, 0.9));
    return new Skin(
        base.mix(strange, draws.between(0.3, 1)), blush, 0.3 * flush, sunX, sunY, accent);
  }

  /** Writes the colour of the skin where the brush stands. */
  void tint(Brush brush) {
    brush.set(base);
    if (flush > 0) {
      double sunny = 0.5 + 0.5 * (brush.nx * sunX + brush.ny * sunY);
      brush.mix(blush, flush * sunny * sunny * (3 - 2 * sunny));
    }
    if (brush.accent > 0) {
      brush.mix(accent, brush.accent);
    }
    brush.times(brush.tone);
  }

  /** Turns the hue, scales saturation and brightness: all in linear light, about the luminance. */
  private static Colour jitter(Colour colour, Overlap overlap, Draws draws) {
    double turn = 2 * StrictMath.PI * draws.around(0, overlap.hueSpread());
    double saturation = 1 + draws.around(0, overlap.saturationSpread());
    double brightness = 1 + draws.around(0, overlap.brightnessSpread());
    double grey = (colour.r() + colour.g() + colour.b()) / 3;
    double cos = StrictMath.cos(turn) * saturation;
    double sin = StrictMath.sin(turn) * saturation / StrictMath.sqrt(3);
    double r = colour.r() - grey;
    double g = colour.g() - grey;
    double b = colour.b() - grey;
    return new Colour(
        brightness * Math.max(0.002, grey + cos * r + sin * (b - g)),
        brightness * Math.max(0.002, grey + cos * g + sin * (r - b)),
        brightness * Math.max(0.002, grey + cos * b + sin * (g - r)));
  }
}
