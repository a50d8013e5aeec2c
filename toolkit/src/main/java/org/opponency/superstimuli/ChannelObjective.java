package org.opponency.superstimuli;

import static org.opponency.io.Text.format;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import org.opponency.models.VisionModel;

/**
 * One channel of one layer.
 *
 * @param layer PyTorch module path
 * @param channel counted from 0
 * @param centre whether only its cell at the centre counts, or the mean over all positions
 */
record ChannelObjective(String layer, int channel, boolean centre) implements Objective {
  @Override
  public List<String> layers(VisionModel vision) {
    return List.of(layer);
  }

  @Override
  public NDArray value(Map<String, NDArray> responses, int picture) {
    NDArray response = responses.get(layer);
    Shape shape = response.getShape();
    if (channel < 0 || channel >= shape.get(1)) {
      throw new IllegalArgumentException(
          format(
              "Expected a channel of %s from 0 to %d, got %d", layer, shape.get(1) - 1, channel));
    }
    NDArray map = response.get(new NDIndex(picture, channel));
    if (shape.dimension() == 2) {
      return map;
    }
    return centre ? map.get(new NDIndex(shape.get(2) / 2, shape.get(3) / 2)) : map.mean();
  }

  @Override
  public String toString() {
    return format("%s %d of %s", centre ? "cell" : "channel", channel, layer);
  }
}
