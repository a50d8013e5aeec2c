package org.opponency.report.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/**
 * A feature map as a slab in oblique projection: its side is the map, its front its channels.
 *
 * @param thickness of the channels, in points
 * @param side of the map, up, in points
 * @param deep of the map, into the page, in points
 * @param colour of its faces
 */
public record FeatureMapSlab(double thickness, double side, double deep, Color colour) {
  /** How far the map's depth goes right and up, for each point of its side. */
  private static final double DEPTH = 0.42;

  private static final BasicStroke EDGE =
      new BasicStroke(0.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  /** A map as high as it is deep. */
  public static FeatureMapSlab square(double thickness, double side, Color colour) {
    return new FeatureMapSlab(thickness, side, side, colour);
  }

  /** A vector: an upright bar with the channels along its height. */
  public static FeatureMapSlab bar(double thickness, double channels, Color colour) {
    return new FeatureMapSlab(thickness, channels, thickness, colour);
  }

  public double width() {
    return thickness + DEPTH * deep;
  }

  public double height() {
    return side + DEPTH * deep;
  }

  /** Paints it, its lower left front corner at x, y. */
  public void paint(Graphics2D g, double x, double y) {
    double d = DEPTH * deep;
    double right = x + thickness;
    double top = y - side;
    face(g, ChartStyle.mix(colour, Color.WHITE, 0.35), x, y, right, y, right, top, x, top);
    face(
        g,
        ChartStyle.mix(colour, Color.WHITE, 0.60),
        x,
        top,
        right,
        top,
        right + d,
        top - d,
        x + d,
        top - d);
    face(g, colour, right, y, right + d, y - d, right + d, top - d, right, top);
  }

  /** Paints a picture on the map that faces right. */
  public void paintPicture(Graphics2D g, BufferedImage picture, double x, double y) {
    double d = DEPTH * deep;
    var onto =
        new AffineTransform(
            d / picture.getWidth(),
            -d / picture.getWidth(),
            0,
            side / picture.getHeight(),
            x + thickness,
            y - side);
    AffineTransform before = g.getTransform();
    g.transform(onto);
    g.drawImage(picture, 0, 0, null);
    g.setTransform(before);
  }

  private static void face(Graphics2D g, Color fill, double... corners) {
    Shape face = polygon(corners);
    g.setColor(fill);
    g.fill(face);
    g.setColor(Color.WHITE);
    g.setStroke(EDGE);
    g.draw(face);
  }

  private static Shape polygon(double... corners) {
    var path = new Path2D.Double();
    path.moveTo(corners[0], corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      path.lineTo(corners[i], corners[i + 1]);
    }
    path.closePath();
    return path;
  }
}
