package org.opponency.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.function.Function;

/** Puts other numbers in the place of some channels of maps (N, C, H, W). */
final class Channels {
  private Channels() {}

  /**
   * The maps with some channels replaced.
   *
   * @param channels which; none is fine
   * @param others makes maps of the same shape, of which these channels are taken
   * @throws IllegalArgumentException if there is no such channel
   */
  static NDArray replaced(
      NDArray maps, List<Integer> channels, Function<NDManager, NDArray> others) {
    int count = (int) maps.getShape().get(1);
    float[] taken = new float[count];
    for (int channel : channels) {
      if (channel < 0 || channel >= count) {
        throw new IllegalArgumentException(
            "Expected cells from 0 to " + (count - 1) + ", got " + channel);
      }
      taken[channel] = 1;
    }
    return scoped(
        maps,
        scope -> {
          NDArray mask =
              scope.create(taken, new Shape(1, count, 1, 1)).toType(maps.getDataType(), false);
          return maps.mul(mask.neg().add(1)).add(others.apply(scope).mul(mask));
        });
  }

  /** A result of maps, owned as they are, with all freed that was made on the way to it. */
  static NDArray scoped(NDArray maps, Function<NDManager, NDArray> work) {
    NDManager owner = maps.getManager();
    try (NDManager scope = owner.newSubManager()) {
      scope.tempAttachAll(maps);
      NDArray result = work.apply(scope);
      result.attach(owner);
      return result;
    }
  }
}
