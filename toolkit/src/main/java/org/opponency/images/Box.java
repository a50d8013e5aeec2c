package org.opponency.images;

import static org.opponency.io.Text.format;

/**
 * A rectangle of whole pixels.
 *
 * @param x its leftmost column
 * @param y its top row
 * @param width columns
 * @param height rows
 */
public record Box(int x, int y, int width, int height) {
  /** The rectangle that covers an image of this size. */
  public static Box of(int width, int height) {
    return new Box(0, 0, width, height);
  }

  /** Refuses a rectangle that is empty or leaves an image of the given size. */
  public void mustLieIn(int imageWidth, int imageHeight) {
    if (x < 0
        || y < 0
        || width < 1
        || height < 1
        || (long) x + width > imageWidth
        || (long) y + height > imageHeight) {
      throw new IllegalArgumentException(
          format("Expected a box inside %d x %d pixels, got %s", imageWidth, imageHeight, this));
    }
  }
}
