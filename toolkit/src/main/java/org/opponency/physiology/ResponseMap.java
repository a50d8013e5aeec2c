package org.opponency.physiology;

import static org.opponency.io.Text.format;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.opponency.images.RgbImage;
import org.opponency.models.LayerMaps;
import org.opponency.models.VisionModel;

/**
 * The response of a channel to an image at every position of its map (Figure 9).
 *
 * @param layer PyTorch module path
 * @param cell its channel, counted from 0
 * @param height rows
 * @param width columns
 * @param values (height, width)
 */
public record ResponseMap(String layer, int cell, int height, int width, float[] values) {
  /**
   * The maps of all cells of a layer.
   *
   * @param image of any size that the layer takes; a convolution's maps are as large as it
   * @throws IllegalArgumentException if the layer does not exist or has no maps
   */
  public static List<ResponseMap> of(VisionModel vision, String layer, RgbImage image) {
    LayerMaps maps = vision.maps(image, layer);
    return IntStream.range(0, maps.cells())
        .mapToObj(c -> new ResponseMap(layer, c, maps.height(), maps.width(), maps.of(c)))
        .toList();
  }

  /**
   * The map without its border, where a cell sees beyond the image.
   *
   * @param border rows and columns that go at each side
   */
  public ResponseMap inner(int border) {
    int side = width - 2 * border;
    float[] inner = new float[side * (height - 2 * border)];
    for (int i = 0; i < inner.length; i++) {
      inner[i] = values[(border + i / side) * width + border + i % side];
    }
    return new ResponseMap(layer, cell, height - 2 * border, side, inner);
  }

  /** The map as a grey picture, its smallest response black, its largest white. */
  public RgbImage image() {
    double[] levels =
        Standardised.betweenExtremes(
            IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray());
    byte[] pixels = new byte[3 * values.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.round(255 * levels[i / 3]);
    }
    return new RgbImage(width, height, pixels);
  }

  /**
   * How far the map follows the brightness of the image that it is of: the size of the correlation
   * over the pixels with 0.299 R + 0.587 G + 0.114 B, whichever way up.
   *
   * @return 0 to 1; NaN where map or image is of one level
   * @throws IllegalArgumentException if image and map differ in size
   */
  public double followsBrightness(RgbImage image) {
    if (image.width() != width || image.height() != height) {
      throw new IllegalArgumentException(
          format(
              "Expected an image as large as the map, %d x %d, got %d x %d",
              width, height, image.width(), image.height()));
    }
    double[] responses = IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    double[] brightness =
        IntStream.range(0, values.length)
            .mapToDouble(i -> brightness(image, i % width, i / width))
            .toArray();
    return Math.abs(new PearsonsCorrelation().correlation(responses, brightness));
  }

  private static double brightness(RgbImage image, int x, int y) {
    return 0.299 * image.value(x, y, 0)
        + 0.587 * image.value(x, y, 1)
        + 0.114 * image.value(x, y, 2);
  }
}
