package org.opponency.models.parity;

import org.opponency.io.Seed;

/**
 * Uniform 64-bit numbers by index, the same ones that {@code noise} of {@code
 * environment/golden/models.py} draws; so neither weights nor pixels need to be stored.
 *
 * @param seed of one numbered part of a stream
 */
record NoiseNumbers(long seed) {
  private static final int WEIGHTS = 1;
  private static final int PIXELS = 2;
  private static final int DIRECTIONS = 3;

  /** For the tensor at a position of the state. */
  static NoiseNumbers weights(int position) {
    return new NoiseNumbers(Seed.of(WEIGHTS, position));
  }

  /** For a numbered batch of pixels. */
  static NoiseNumbers pixels(int batch) {
    return new NoiseNumbers(Seed.of(PIXELS, batch));
  }

  /** For the directions that tensors are projected on. */
  static NoiseNumbers directions() {
    return new NoiseNumbers(Seed.of(DIRECTIONS, 0));
  }

  long bits(int index) {
    return Seed.of(seed + index);
  }

  /** A number in [low, high) made from the upper 24 bits. */
  float uniform(int index, double low, double high) {
    double unit = (bits(index) >>> 40) / (double) (1 << 24);
    return (float) (low + (high - low) * unit);
  }
}
