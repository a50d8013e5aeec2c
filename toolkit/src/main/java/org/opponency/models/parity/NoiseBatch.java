package org.opponency.models.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.stream.IntStream;
import org.opponency.models.Architecture;
import org.opponency.models.Pixels;

/**
 * Four images of noise with labels.
 *
 * @param number which of all batches
 * @param size pixels a side
 * @param classes labels are below it
 */
public record NoiseBatch(int number, int size, int classes) {
  private static final int IMAGES = 4;
  private static final int LABEL_STEP = 7;

  /** A batch for a network, of its own size. */
  public static NoiseBatch of(Architecture architecture, int number) {
    return new NoiseBatch(number, architecture.imageSize(), architecture.classes());
  }

  /** (4, 3, size, size), in [0, 1]. */
  public NDArray pixels(NDManager manager, Precision precision) {
    NoiseNumbers noise = NoiseNumbers.pixels(number);
    byte[] bytes = new byte[IMAGES * size * size * 3];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (noise.bits(i) >>> 56);
    }
    return Pixels.of(manager, bytes, size, size, precision.type());
  }

  /** (4), int32. */
  public NDArray labels(NDManager manager) {
    return manager.create(
        IntStream.range(0, IMAGES).map(i -> (i * LABEL_STEP + number) % classes).toArray());
  }
}
