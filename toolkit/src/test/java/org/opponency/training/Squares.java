package org.opponency.training;

import static org.opponency.io.Text.format;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.opponency.images.ImageSet;
import org.opponency.images.RgbImage;
import org.opponency.images.UnreadableImageException;

/**
 * Noisy squares whose channel, red, green or blue, is their class: easy to learn.
 *
 * @param size number of images
 * @param side pixels
 * @param broken indices of images that cannot be read, which no digest could know
 */
record Squares(int size, int side, Set<Integer> broken) implements ImageSet {
  Squares(int size, int side) {
    this(size, side, Set.of());
  }

  @Override
  public String name() {
    return "squares";
  }

  @Override
  public List<String> classes() {
    return List.of("red", "green", "blue");
  }

  @Override
  public int label(int index) {
    return index % 3;
  }

  @Override
  public String id(int index) {
    return "square " + index;
  }

  @Override
  public RgbImage image(int index) {
    if (broken.contains(index)) {
      throw new UnreadableImageException(id(index), "broken on purpose", null);
    }
    byte[] pixels = new byte[3 * side * side];
    new Random(index).nextBytes(pixels);
    for (int i = label(index); i < pixels.length; i += 3) {
      pixels[i] = (byte) 255;
    }
    return new RgbImage(side, side, pixels);
  }

  @Override
  public String digest() {
    return format("%d squares of %d pixels", size, side);
  }
}
