package org.opponency.orchard;

/**
 * How much the fruits overlap: the numbers that decide how well a single cue tells them apart.
 *
 * <p>In each picture each cue (silhouette, surface, colour) is either clear or vague, independently
 * but never all three vague. A vague cue is moved most of the way to what all fruits share: a plain
 * oval, a smooth skin, the green-to-ochre of unripe fruit. So one cue alone leaves its vague share
 * to guessing, while a network that sees all of them can lean on the others. The clear cues overlap
 * between neighbouring fruits as well, through the spreads below and the tables of {@link Fruit}.
 *
 * <p>Raise a share or a spread and that cue's single-cue network gets worse.
 */
final class Overlap {
  /** Share of pictures whose silhouette, surface or colour is vague. */
  static final double VAGUE_SILHOUETTE = 0.22;

  static final double VAGUE_SURFACE = 0.2;
  static final double VAGUE_COLOUR = 0.4;

  /**
   * How far a cue is moved to what is shared: from 0 (the fruit's own) to 1 (nothing of it left).
   */
  static final double CLEAR_LEAST = 0.0;

  static final double CLEAR_MOST = 0.2;
  static final double VAGUE_LEAST = 0.75;
  static final double VAGUE_MOST = 1.0;

  /** Chance that a clear silhouette shows the fruit's own crown, sepals or stalk. */
  static final double TOP_SHOWN = 0.8;

  /** Jitter of a body: wider at one end, wider in the middle, aspect ratio, bend. */
  static final double TAPER_SPREAD = 0.15;

  static final double BULGE_SPREAD = 0.15;
  static final double ASPECT_SPREAD = 0.16;
  static final double BEND_SPREAD = 0.1;

  /** Jitter of a skin's hue (turns), saturation factor and brightness factor. */
  static final double HUE_SPREAD = 0.035;

  static final double SATURATION_SPREAD = 0.25;
  static final double BRIGHTNESS_SPREAD = 0.25;

  /** Jitter of the size of a relief's features, as a factor. */
  static final double GRAIN_SPREAD = 0.2;

  private Overlap() {}
}
