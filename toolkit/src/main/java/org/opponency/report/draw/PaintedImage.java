package org.opponency.report.draw;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.opponency.images.RgbImage;

/** Images at the size at which they are shown. */
public final class PaintedImage {
  private PaintedImage() {}

  /** Paints an image of any shape in the middle of a square cell, as large as it can be there. */
  public static void paint(Graphics2D g, RgbImage image, int x, int y, int cell, boolean smooth) {
    double scale = (double) cell / Math.max(image.width(), image.height());
    int width = (int) Math.max(1, Math.round(image.width() * scale));
    int height = (int) Math.max(1, Math.round(image.height() * scale));
    paint(g, image, x + (cell - width) / 2, y + (cell - height) / 2, width, height, smooth);
  }

  /**
   * Brought to device pixels first, so that viewers of vector graphics have nothing to blur; but
   * for what is to be smooth, whose own pixels are all that vector graphics need to keep.
   */
  public static void paint(
      Graphics2D g, RgbImage image, int x, int y, int width, int height, boolean smooth) {
    double fine = Math.max(Raster.PIXELS_PER_POINT, g.getTransform().getScaleX());
    int across = (int) Math.round(fine * width);
    int down = (int) Math.round(fine * height);
    Image shown = image.toBufferedImage();
    if (smooth && across >= image.width() && down >= image.height()) {
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    } else {
      shown = resized(image, across, down);
    }
    g.drawImage(shown, x, y, width, height, null);
  }

  /**
   * The image at another size. Smaller: the mean of the pixels that fall into each. Larger: pixels
   * as squares.
   */
  static BufferedImage resized(RgbImage image, int width, int height) {
    boolean smaller = width < image.width() || height < image.height();
    Image source = image.toBufferedImage();
    if (smaller) {
      source = source.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING);
    }
    var result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = result.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    g.drawImage(source, 0, 0, width, height, null);
    g.dispose();
    return result;
  }
}
