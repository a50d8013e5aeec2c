package org.opponency.orchard;

/**
 * The colours a fruit may have: one of its tones, on the way to its blush.
 *
 * @param tones typical skin colours, one drawn for each picture
 * @param blush colour of the sunny side
 * @param flush how much of the blush a picture may show, 0 to 1
 * @param accent colour of seeds, eyes and flecks
 */
record Palette(Colour[] tones, Colour blush, double flush, Colour accent) {
  /** What all fruits share: the green to ochre of unripe ones. */
  static final Palette UNRIPE =
      of(0x96c24a, 0.3, 0x4f5a2a, 0x8aa84a, 0xa9b04f, 0xbcae55, 0xa79a52, 0x7f9a50);

  /** No colour at all. */
  static final Palette NEUTRAL =
      of(0x9a9a9a, 0.0, 0x5f5f5f, 0x686868, 0x7c7c7c, 0x909090, 0xa4a4a4, 0xb8b8b8);

  static Palette of(int blush, double flush, int accent, int... tones) {
    Colour[] skin = new Colour[tones.length];
    for (int i = 0; i < tones.length; i++) {
      skin[i] = Colour.hex(tones[i]);
    }
    return new Palette(skin, Colour.hex(blush), flush, Colour.hex(accent));
  }
}
