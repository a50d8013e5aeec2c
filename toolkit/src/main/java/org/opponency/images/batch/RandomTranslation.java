package org.opponency.images.batch;

import java.util.Random;
import org.opponency.images.Picture;
import org.opponency.images.RgbImage;
import org.opponency.io.Seed;

/**
 * torchvision's {@code RandomAffine(degrees=0, translate=(f, f))}: a shift along each axis drawn
 * uniformly from [-f, f] times the side, rounded to whole pixels; what comes in is black.
 *
 * @param fraction largest shift as a share of the side, [0, 1)
 */
public record RandomTranslation(double fraction) implements Augmentation {
  /** Refuses fractions that could shift the image out of sight. */
  public RandomTranslation {
    if (!(fraction >= 0 && fraction < 1)) {
      throw new IllegalArgumentException("Expected a fraction in [0, 1), got " + fraction);
    }
  }

  @Override
  public RgbImage apply(Picture image, long seed) {
    Random random = Seed.random(seed);
    int right = shift(random, image.width());
    int down = shift(random, image.height());
    return translated(image.whole(), right, down);
  }

  private int shift(Random random, int side) {
    return (int) Math.rint((2 * random.nextDouble() - 1) * fraction * side);
  }

  static RgbImage translated(RgbImage image, int right, int down) {
    int width = image.width();
    byte[] pixels = new byte[image.pixels().length];
    int columns = 3 * (width - Math.abs(right));
    int from = 3 * Math.max(0, -right);
    int to = 3 * Math.max(0, right);
    for (int y = Math.max(0, down); y < image.height() + Math.min(0, down); y++) {
      System.arraycopy(
          image.pixels(), 3 * (y - down) * width + from, pixels, 3 * y * width + to, columns);
    }
    return new RgbImage(width, image.height(), pixels);
  }
}
