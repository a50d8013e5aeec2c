package org.opponency.report.draw;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The shape of a point, so that no two kinds of points differ in colour alone. */
public enum Mark {
  CIRCLE {
    @Override
    Shape outline(double x, double y, double half) {
      return new Ellipse2D.Double(x - half, y - half, 2 * half, 2 * half);
    }
  },
  SQUARE {
    @Override
    Shape outline(double x, double y, double half) {
      return new Rectangle2D.Double(x - half, y - half, 2 * half, 2 * half);
    }
  },
  DIAMOND {
    @Override
    Shape outline(double x, double y, double half) {
      var path = new Path2D.Double();
      path.moveTo(x, y - 1.2 * half);
      path.lineTo(x + 1.2 * half, y);
      path.lineTo(x, y + 1.2 * half);
      path.lineTo(x - 1.2 * half, y);
      path.closePath();
      return path;
    }
  },
  /** Two strokes: what does not count. */
  CROSS {
    @Override
    Shape outline(double x, double y, double half) {
      var path = new Path2D.Double();
      path.moveTo(x - half, y - half);
      path.lineTo(x + half, y + half);
      path.moveTo(x - half, y + half);
      path.lineTo(x + half, y - half);
      return path;
    }
  };

  private static final BasicStroke STROKE = new BasicStroke(1.6f);

  /** As XChart calls it. */
  Marker marker() {
    return switch (this) {
      case CIRCLE -> SeriesMarkers.CIRCLE;
      case SQUARE -> SeriesMarkers.SQUARE;
      case DIAMOND -> SeriesMarkers.DIAMOND;
      case CROSS -> SeriesMarkers.CROSS;
    };
  }

  abstract Shape outline(double x, double y, double half);

  /** Paints it around a place in the colour that is set. */
  public void paint(Graphics2D g, double x, double y, double size) {
    Shape shape = outline(x, y, size / 2);
    if (this == CROSS) {
      g.setStroke(STROKE);
      g.draw(shape);
    } else {
      g.fill(shape);
    }
  }
}
