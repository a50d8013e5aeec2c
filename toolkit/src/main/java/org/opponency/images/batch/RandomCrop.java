package org.opponency.images.batch;

import static org.opponency.io.Text.format;

import java.util.Random;
import org.opponency.images.Box;
import org.opponency.images.Picture;
import org.opponency.images.Resampling;
import org.opponency.images.RgbImage;
import org.opponency.io.Seed;

/**
 * torchvision's {@code RandomResizedCrop}: a part of random area and aspect ratio, resized to a
 * square (antialiased bilinear).
 *
 * @param size pixels a side of the result
 * @param smallestArea smallest part as a share of the image's area, (0, 1]
 * @param largestArea largest part as a share of the image's area, [smallestArea, 1]
 * @param narrowest smallest width / height
 * @param widest largest width / height; the ratio's logarithm is uniform
 */
public record RandomCrop(
    int size, double smallestArea, double largestArea, double narrowest, double widest)
    implements Augmentation {
  private static final int TRIES = 10;

  /** Refuses empty ranges. */
  public RandomCrop {
    if (size < 1
        || !(smallestArea > 0 && largestArea >= smallestArea && largestArea <= 1)
        || !(narrowest > 0 && widest >= narrowest)) {
      throw new IllegalArgumentException(
          format(
              "Expected a size, areas in (0, 1] and ratios above 0, each range in order;"
                  + " got %d, %s to %s, %s to %s",
              size, smallestArea, largestArea, narrowest, widest));
    }
  }

  /** torchvision's defaults: 8 to 100 % of the area, ratios 3/4 to 4/3. */
  public static RandomCrop imagenet(int size) {
    return new RandomCrop(size, 0.08, 1, 3 / 4.0, 4 / 3.0);
  }

  @Override
  public RgbImage apply(Picture image, long seed) {
    Box part = draw(image.width(), image.height(), Seed.random(seed));
    return Resampling.resize(image, part, size, size, Box.of(size, size));
  }

  /** The part to keep; after ten parts that do not fit, the largest central one that may be. */
  Box draw(int width, int height, Random random) {
    double area = (double) width * height;
    for (int i = 0; i < TRIES; i++) {
      double partArea = area * between(smallestArea, largestArea, random);
      double ratio = Math.exp(between(Math.log(narrowest), Math.log(widest), random));
      int partWidth = (int) Math.rint(Math.sqrt(partArea * ratio));
      int partHeight = (int) Math.rint(Math.sqrt(partArea / ratio));
      if (partWidth > 0 && partWidth <= width && partHeight > 0 && partHeight <= height) {
        int y = random.nextInt(height - partHeight + 1);
        int x = random.nextInt(width - partWidth + 1);
        return new Box(x, y, partWidth, partHeight);
      }
    }
    return fallback(width, height);
  }

  private Box fallback(int width, int height) {
    double ratio = (double) width / height;
    int partWidth = ratio > widest ? (int) Math.rint(height * widest) : width;
    int partHeight = ratio < narrowest ? (int) Math.rint(width / narrowest) : height;
    return new Box((width - partWidth) / 2, (height - partHeight) / 2, partWidth, partHeight);
  }

  private static double between(double low, double high, Random random) {
    return low + (high - low) * random.nextDouble();
  }
}
