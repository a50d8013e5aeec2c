package org.opponency.orchard;

import static org.opponency.io.Text.format;

import java.util.Map;

/**
 * How much the fruits overlap: the numbers that decide how well a single cue tells them apart.
 *
 * <p>In each picture each cue (silhouette, surface, colour) is either clear or vague, independently
 * but never all three vague. A vague cue is moved most of the way to what all fruits share: a plain
 * oval, a smooth skin, the green-to-ochre of unripe fruit. So one cue alone leaves its vague share
 * to guessing, while a network that sees all of them can lean on the others. The clear cues overlap
 * between neighbouring fruits as well, through the spreads below and the tables of {@link Fruit}.
 *
 * <p>Raise a share or a spread and that cue's single-cue network gets worse. The pictures of cue
 * conflicts are never vague.
 *
 * @param vagueSilhouette share of pictures whose silhouette is vague, 0 to below 1
 * @param vagueSurface share of pictures whose surface is vague, 0 to below 1
 * @param vagueColour share of pictures whose colour is vague, 0 to below 1
 * @param outlineSpread jitter of a body's form, as a factor of the usual one: 0 none, 1 as usual
 * @param topShown chance that a clear silhouette shows the fruit's own crown, sepals or stalk
 * @param grainSpread jitter of the size of a surface's features, as a factor
 * @param hueSpread most that a skin's hue is turned, bell-shaped about its own, in turns: from 0 to
 *     1, where all hues are within 14 % equally likely and hue says nothing
 * @param saturationSpread jitter of a skin's saturation, as a factor
 * @param brightnessSpread jitter of a skin's brightness, as a factor
 * @param saturation what is left of all colour in the picture, the backdrop's too: 0 (none, a
 *     picture in greys of the same mean) to 1
 */
public record Overlap(
    double vagueSilhouette,
    double vagueSurface,
    double vagueColour,
    double outlineSpread,
    double topShown,
    double grainSpread,
    double hueSpread,
    double saturationSpread,
    double brightnessSpread,
    double saturation) {
  /**
   * Those of a study. A network without a retina that sees colour alone reaches 31 % with them, and
   * 83 % of the pixels' variance is luminance; CIFAR-10 has 91 %.
   */
  public static final Overlap USUAL =
      new Overlap(0.22, 0.2, 0.6, 1, 0.8, 0.2, 0.2, 0.25, 0.25, 0.75);

  /**
   * How far a cue is moved to what is shared: from 0 (the fruit's own) to 1 (nothing of it left).
   */
  static final double CLEAR_LEAST = 0.0;

  static final double CLEAR_MOST = 0.2;
  static final double VAGUE_LEAST = 0.75;
  static final double VAGUE_MOST = 1.0;

  /** Largest share of vague pictures: with all cues always vague there would be none to draw. */
  private static final double MOST_VAGUE = 0.99;

  /** Refuses what is no share, and spreads that would turn a fruit inside out. */
  public Overlap {
    Map.of(
            "vagueSilhouette", vagueSilhouette,
            "vagueSurface", vagueSurface,
            "vagueColour", vagueColour)
        .forEach((name, share) -> require(name, share, MOST_VAGUE));
    Map.of(
            "outlineSpread", outlineSpread,
            "topShown", topShown,
            "grainSpread", grainSpread,
            "hueSpread", hueSpread,
            "saturationSpread", saturationSpread,
            "brightnessSpread", brightnessSpread,
            "saturation", saturation)
        .forEach((name, value) -> require(name, value, 1));
  }

  private static void require(String name, double value, double most) {
    if (!(value >= 0 && value <= most)) {
      throw new IllegalArgumentException(
          format("Expected %s from 0 to %s, got %s", name, most, value));
    }
  }

  /** The same with colours that say more or less of a fruit. */
  public Overlap withColour(double vagueShare, double hues, double left) {
    return new Overlap(
        vagueSilhouette,
        vagueSurface,
        vagueShare,
        outlineSpread,
        topShown,
        grainSpread,
        hues,
        saturationSpread,
        brightnessSpread,
        left);
  }
}
