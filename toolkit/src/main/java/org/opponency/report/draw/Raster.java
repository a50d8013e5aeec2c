package org.opponency.report.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Drawings as pixels. Needs no display. */
public final class Raster {
  /** Pixels to a point wherever drawings are shown: 192 dots an inch. */
  public static final int PIXELS_PER_POINT = 2;

  /** What journals ask of pictures in print. */
  public static final int DOTS_PER_INCH = 300;

  private Raster() {}

  /** Pixels on white, {@link #PIXELS_PER_POINT} of them to a point. */
  public static BufferedImage image(Drawing drawing) {
    return image(drawing, PIXELS_PER_POINT * drawing.width());
  }

  /** Pixels on white for print, {@link #DOTS_PER_INCH}. */
  public static BufferedImage print(Drawing drawing, int millimetres) {
    return image(drawing, (int) Math.round(millimetres * DOTS_PER_INCH / 25.4));
  }

  private static BufferedImage image(Drawing drawing, int width) {
    double scale = (double) width / drawing.width();
    var image =
        new BufferedImage(
            width, (int) Math.round(scale * drawing.height()), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.scale(scale, scale);
    smooth(g);
    drawing.paint(g);
    g.dispose();
    return image;
  }

  private static void smooth(Graphics2D g) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }
}
