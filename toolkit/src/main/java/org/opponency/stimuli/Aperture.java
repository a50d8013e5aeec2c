package org.opponency.stimuli;

import static org.opponency.io.Text.format;

/**
 * The part of a square stimulus that is painted: rows and columns {@code first} to {@code first +
 * side - 1}.
 *
 * @param first first row and first column, 0 or more
 * @param side rows and columns
 */
public record Aperture(int first, int side) {
  /** Refuses a part without pixels and one that begins before the first row. */
  public Aperture {
    if (first < 0 || side < 1) {
      throw new IllegalArgumentException(
          format("Expected first >= 0 and side >= 1, got %d and %d", first, side));
    }
  }

  /** All of a stimulus. */
  public static Aperture whole(int side) {
    return new Aperture(0, side);
  }

  /** Row or column after the last one. */
  public int end() {
    return first + side;
  }

  int pixels() {
    return side * side;
  }
}
