package org.opponency.orchard;

/**
 * Something that grows on a body: a stalk, a sepal, a leaf of a crown.
 *
 * @param blade outline in body coordinates, y to the stem end
 * @param matter what it is made of
 * @param front whether it lies over the body rather than behind it
 */
record Part(Blade blade, Matter matter, boolean front) {
  /** What a part is made of, hence its colour. */
  enum Matter {
    LEAF(Colour.hex(0x5f8f36)),
    WOOD(Colour.hex(0x7a5a36)),
    /** Coloured as the skin of the fruit; the colour here shades it. */
    SKIN(Colour.grey(0.85));

    final Colour colour;

    Matter(Colour colour) {
      this.colour = colour;
    }
  }
}
