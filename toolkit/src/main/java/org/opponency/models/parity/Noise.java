package org.opponency.models.parity;

import org.opponency.images.Seed;

/**
 * Uniform 64-bit numbers by index, the same ones that {@code noise} of {@code
 * environment/golden/models.py} draws; so neither weights nor pixels need to be stored.
 *
 * @param seed of one numbered part of a stream
 */
record Noise(long seed) {
  private static final int WEIGHTS = 1;
  private static final int PIXELS = 2;
  private static final int DIRECTIONS = 3;

  /** For the tensor at a position of the state. */
  static Noise weights(int position) {
    return new Noise(Seed.of(WEIGHTS, position));
  }

  /** For a numbered batch of pixels. */
  static Noise pixels(int batch) {
    return new Noise(Seed.of(PIXELS, batch));
  }

  /** For the directions that tensors are projected on. */
  static Noise directions() {
    return new Noise(Seed.of(DIRECTIONS, 0));
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
