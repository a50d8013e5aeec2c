package org.opponency.orchard;

import java.util.List;

/**
 * Draws the fruit that a {@link Look} describes; where it names no fruit, all classes look the
 * same.
 */
final class Dress {
  private Dress() {}

  /** Draws body, surface and colours, each from a stream of its own. */
  static Specimen specimen(
      Look look, Pose pose, Light light, List<Leaf> front, Draws place, Draws coat) {
    boolean flat = look.surface() == null && look.colour() == null;
    return new Specimen(
        body(look, place.split("silhouette")),
        surface(look, coat.split("surface")),
        skin(look, coat.split("colour")),
        flat,
        pose,
        light,
        front);
  }

  private static Body body(Look look, Draws draws) {
    return look.silhouette() == null
        ? Body.plain(look.overlap(), draws)
        : Body.draw(look.silhouette().form(), look.vagueness().silhouette(), look.overlap(), draws);
  }

  static Surface surface(Look look, Draws draws) {
    return look.surface() == null
        ? Surface.draw(Fruit.GRANNY_SMITH.relief(), 1, look.overlap(), draws)
        : Surface.draw(look.surface().relief(), look.vagueness().surface(), look.overlap(), draws);
  }

  static Skin skin(Look look, Draws draws) {
    if (look.colour() == null) {
      double accent = look.surface() == null ? 1 : look.surface().relief().accent();
      return Skin.neutral(accent, draws);
    }
    Skin skin =
        Skin.draw(look.colour().palette(), look.vagueness().colour(), look.overlap(), draws);
    return look.hard() ? skin.odd(draws) : skin;
  }
}
