package org.opponency.physiology;

import java.util.List;
import java.util.stream.IntStream;
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
}
