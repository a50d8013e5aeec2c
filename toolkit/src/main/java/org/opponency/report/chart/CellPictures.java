package org.opponency.report.chart;

import java.util.Arrays;
import org.opponency.images.RgbImage;
import org.opponency.models.LayerMaps;
import org.opponency.physiology.OrientationMap;
import org.opponency.report.draw.HeatMap;
import org.opponency.report.draw.ValueAxis;

/** What of a cell is best shown as pixels. */
public final class CellPictures {
  private static final int COLOURS = 3;
  private static final int WHITE = 255;

  private CellPictures() {}

  /** A filter, mid-grey where it is zero: in colour where its input is, else plane by plane. */
  public static RgbImage filter(LayerMaps filters, int cell) {
    float[] weights = filters.of(cell);
    float largest = Float.MIN_NORMAL;
    for (float weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    return filters.planes() == COLOURS
        ? colourFilter(filters, weights, largest)
        : planes(filters, weights, largest);
  }

  private static RgbImage colourFilter(LayerMaps filters, float[] weights, float largest) {
    int plane = filters.height() * filters.width();
    byte[] pixels = new byte[COLOURS * plane];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = level(weights[i % COLOURS * plane + i / COLOURS] / largest);
    }
    return new RgbImage(filters.width(), filters.height(), pixels);
  }

  /** As square as it can be, a white pixel between planes. */
  private static RgbImage planes(LayerMaps filters, float[] weights, float largest) {
    int columns = (int) Math.ceil(Math.sqrt(filters.planes()));
    int rows = (filters.planes() + columns - 1) / columns;
    int width = columns * (filters.width() + 1) - 1;
    byte[] pixels = new byte[COLOURS * width * (rows * (filters.height() + 1) - 1)];
    Arrays.fill(pixels, (byte) WHITE);
    for (int i = 0; i < weights.length; i++) {
      int plane = i / (filters.height() * filters.width());
      int y = plane / columns * (filters.height() + 1) + i / filters.width() % filters.height();
      int x = plane % columns * (filters.width() + 1) + i % filters.width();
      Arrays.fill(
          pixels,
          COLOURS * (y * width + x),
          COLOURS * (y * width + x + 1),
          level(weights[i] / largest));
    }
    return new RgbImage(width, pixels.length / COLOURS / width, pixels);
  }

  private static byte level(float share) {
    return (byte) Math.round((share + 1) / 2 * WHITE);
  }

  /** Peak responses, dark 0 and light the largest: frequencies to the right, orientations down. */
  public static RgbImage gratings(OrientationMap map) {
    float largest = Float.MIN_NORMAL;
    for (float[] row : map.peaks()) {
      for (float peak : row) {
        largest = Math.max(largest, peak);
      }
    }
    return HeatMap.picture(map.peaks(), new ValueAxis.Range(0, largest));
  }
}
