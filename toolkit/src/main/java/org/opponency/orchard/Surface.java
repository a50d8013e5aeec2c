package org.opponency.orchard;

/**
 * The surface of one fruit: a relief of a certain strength, grain and place.
 *
 * @param relief the fruit's relief
 * @param strength 0 (smooth) to 1 (as pronounced as the fruit gets)
 * @param grain size of the features relative to the fruit's usual ones
 * @param s0 where the pattern starts around the body
 * @param t0 where it starts along the body
 * @param seed chooses the noise
 * @param gloss strength of the highlight
 * @param sharpness highlight exponent as a power of two
 */
record Surface(
    Relief relief,
    double strength,
    double grain,
    double s0,
    double t0,
    int seed,
    double gloss,
    int sharpness) {
  /** Gloss of a smooth skin that belongs to no fruit. */
  private static final double COMMON_GLOSS = 0.35;

  /** Draws a surface, moved the share {@code vague} (0 to 1) to a smooth skin. */
  static Surface draw(Relief relief, double vague, Overlap overlap, Draws draws) {
    return new Surface(
        relief,
        (1 - vague) * draws.between(0.8, 1.1),
        1 + draws.around(0, overlap.grainSpread()),
        draws.between(0, 20),
        draws.between(0, 20),
        draws.bits(),
        relief.gloss() + (COMMON_GLOSS - relief.gloss()) * vague,
        vague > 0.5 ? 4 : relief.sharpness());
  }

  /** Works out slopes, tone and accent at the brush's place on the skin. */
  void feel(Brush brush) {
    brush.slopeS = 0;
    brush.slopeT = 0;
    brush.tone = 1;
    brush.accent = 0;
    if (strength < 0.01) {
      return;
    }
    double s = brush.s / grain + s0;
    double t = brush.t / grain + t0;
    if (relief.relief() + relief.eye() > 0) {
      lattice(s, t, brush);
    }
    if (relief.ridges() > 0) {
      ridge(s, t, brush);
    }
    if (relief.mottle() > 0) {
      mottle(s, t, brush);
    }
    brush.slopeS *= strength;
    brush.slopeT *= strength;
    brush.tone = 1 + (brush.tone - 1) * strength;
    brush.accent = Math.min(1, brush.accent) * Math.min(1, strength);
  }

  /** The cells are the squares of a lattice turned by 45 degrees, so rows stand staggered. */
  private void lattice(double s, double t, Brush brush) {
    double a = s / relief.width() + t / relief.height();
    double b = s / relief.width() - t / relief.height();
    int column = Noise.floor(a);
    int row = Noise.floor(b);
    double shift = relief.jitter();
    double da = a - column - 0.5;
    double db = b - row - 0.5;
    if (shift > 0) {
      da -= shift * Noise.hash(column, row, seed);
      db -= shift * Noise.hash(column, row, ~seed);
    }
    double squared = 4 * (da * da + db * db);
    double steep;
    switch (relief.shape()) {
      case SPIKE -> steep = -1 / StrictMath.sqrt(squared + 0.02);
      case KNOB -> steep = -1.6;
      default -> steep = squared < 0.7 ? 2.6 * (0.7 - squared) : 0;
    }
    steep *= relief.relief();
    brush.slopeS += steep * (da + db);
    brush.slopeT += steep * (da - db);
    if (relief.shape() == Relief.Shape.PIT) {
      brush.tone -= relief.groove() * Math.max(0, 1 - squared / 0.7);
    } else {
      double edge = 2 * Math.max(Math.abs(da), Math.abs(db));
      brush.tone -= relief.groove() * edge * edge * edge * edge - 0.12 * relief.groove();
    }
    if (relief.eye() > 0) {
      double eye = squared / (4 * relief.eye() * relief.eye());
      brush.accent += eye < 1 ? 1 - eye * eye : 0;
    }
  }

  private void ridge(double s, double t, Brush brush) {
    Noise.at(s * 2, t * 1.3, seed, brush);
    double phase = s * relief.ridges() + 0.4 * brush.noise;
    double x = phase - Noise.floor(phase) - 0.5;
    brush.slopeS -= 2 * relief.ridging() * x;
    brush.tone += relief.ridging() * 0.5 * (1 - 12 * x * x);
  }

  private void mottle(double s, double t, Brush brush) {
    Noise.at(s * 3, t * 3, seed ^ 0x55, brush);
    double coarse = brush.noise;
    brush.slopeS += relief.mottle() * brush.noiseX * 0.6;
    brush.slopeT += relief.mottle() * brush.noiseY * 0.6;
    Noise.at(s * 11, t * 11, seed ^ 0x77, brush);
    brush.tone += relief.mottle() * (0.25 * coarse + 0.2 * brush.noise);
    double fleck = 0.5 * coarse + brush.noise - 0.55;
    brush.accent += fleck > 0 ? relief.mottling() * Math.min(1, 3 * fleck) : 0;
  }
}
