package org.opponency.report;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.opponency.images.RgbImage;

/** Images of the toolkit as Java's, at the size at which they are shown. */
final class Pixels {
  private Pixels() {}

  /** The same pixels. */
  static BufferedImage of(RgbImage image) {
    var copy = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        copy.setRGB(
            x, y, image.value(x, y, 0) << 16 | image.value(x, y, 1) << 8 | image.value(x, y, 2));
      }
    }
    return copy;
  }

  /** The image for a square cell of so many points, enlarged to whole device pixels. */
  static BufferedImage cell(RgbImage image, int points, boolean smooth) {
    int side = Figure.PIXELS_PER_POINT * points;
    return resized(image, side, side, smooth);
  }

  /**
   * The image at another size. Smaller: the mean of the pixels that fall into each. Larger: pixels
   * as squares, or bicubic where {@code smooth}.
   */
  static BufferedImage resized(RgbImage image, int width, int height, boolean smooth) {
    boolean smaller = width < image.width() || height < image.height();
    Image source = of(image);
    if (smaller) {
      source = source.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING);
    }
    var result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = result.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION,
        smooth
            ? RenderingHints.VALUE_INTERPOLATION_BICUBIC
            : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    g.drawImage(source, 0, 0, width, height, null);
    g.dispose();
    return result;
  }
}
