package org.opponency.orchard;

/** The sample of a picture that is being computed: its colour, and the place it shows. */
final class Brush {
  /** The sample's colour in linear light. */
  double r;

  double g;
  double b;

  /** Unit normal of the body at the sample: x to the right, y to the stem, z to the viewer. */
  double nx;

  double ny;
  double nz;

  /** Place on the unrolled skin, in body units: around (s) and along (t). */
  double s;

  double t;

  /** Slope of the relief along s and t. */
  double slopeS;

  double slopeT;

  /** Brightness of the skin, about 1, and the share of its accent colour, 0 to 1. */
  double tone;

  double accent;

  /** Value, -1 to 1, and slopes of the last {@link Noise}. */
  double noise;

  double noiseX;
  double noiseY;

  void set(Colour colour) {
    r = colour.r();
    g = colour.g();
    b = colour.b();
  }

  void mix(Colour colour, double share) {
    r += (colour.r() - r) * share;
    g += (colour.g() - g) * share;
    b += (colour.b() - b) * share;
  }

  /** Moves the colour to the grey of its mean; {@code saturation} is what is left of it. */
  void fade(double saturation) {
    if (saturation < 1) {
      double grey = (r + g + b) / 3;
      r = grey + (r - grey) * saturation;
      g = grey + (g - grey) * saturation;
      b = grey + (b - grey) * saturation;
    }
  }

  void times(double factor) {
    r *= factor;
    g *= factor;
    b *= factor;
  }
}
