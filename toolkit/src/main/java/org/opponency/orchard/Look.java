package org.opponency.orchard;

/**
 * What one picture should show: which fruit gives each cue, and how vague each cue is.
 *
 * @param silhouette fruit that gives the outline, or null for a plain oval
 * @param surface fruit that gives the surface, or null for a smooth one
 * @param colour fruit that gives the colours, or null for greys
 * @param hard whether colour, light, view and what is in the way should be unusual
 * @param overlap how much fruits vary
 * @param vagueness how far each cue is moved to what all fruits share
 */
record Look(
    Fruit silhouette,
    Fruit surface,
    Fruit colour,
    boolean hard,
    Overlap overlap,
    Vagueness vagueness) {
  /** How far silhouette, surface and colour are moved to what all fruits share, 0 to 1 each. */
  record Vagueness(double silhouette, double surface, double colour) {
    static final Vagueness NONE = new Vagueness(0, 0, 0);

    /** Draws what a picture of the ordinary sets has; see {@link Overlap}. */
    static Vagueness draw(Overlap overlap, Draws draws) {
      boolean silhouette;
      boolean surface;
      boolean colour;
      do {
        silhouette = draws.chance(overlap.vagueSilhouette());
        surface = draws.chance(overlap.vagueSurface());
        colour = draws.chance(overlap.vagueColour());
      } while (silhouette && surface && colour);
      return new Vagueness(share(silhouette, draws), share(surface, draws), share(colour, draws));
    }

    private static double share(boolean vague, Draws draws) {
      return vague
          ? draws.between(Overlap.VAGUE_LEAST, Overlap.VAGUE_MOST)
          : draws.between(Overlap.CLEAR_LEAST, Overlap.CLEAR_MOST);
    }
  }

  /** All cues of one fruit. */
  static Look of(Fruit fruit, boolean hard, Overlap overlap, Draws draws) {
    Vagueness vagueness = Vagueness.draw(overlap, draws.split("vagueness"));
    return new Look(fruit, fruit, fruit, hard, overlap, vagueness);
  }

  /** The outline of one fruit, the surface of another and the colours of a third, all clear. */
  static Look conflict(Fruit silhouette, Fruit surface, Fruit colour, Overlap overlap) {
    return new Look(silhouette, surface, colour, false, overlap, Vagueness.NONE);
  }

  /** This with one cue alone. */
  Look only(Cue cue) {
    return new Look(
        cue == Cue.SILHOUETTE ? silhouette : null,
        cue == Cue.SURFACE ? surface : null,
        cue == Cue.COLOUR ? colour : null,
        hard,
        overlap,
        vagueness);
  }
}
