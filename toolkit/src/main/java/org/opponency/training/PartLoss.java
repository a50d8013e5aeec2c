package org.opponency.training;

import ai.djl.ndarray.NDArray;

/**
 * What a part of a batch gave, still on its device.
 *
 * @param mean cross-entropy (nats), a scalar
 * @param hits how many images were right, an int64 scalar
 * @param images how many there were
 */
record PartLoss(NDArray mean, NDArray hits, int images) implements AutoCloseable {
  /** Waits for the device, reads both and closes them. */
  Tally read() {
    try (this) {
      return Tally.EMPTY.plus(mean.getFloat(), hits.getLong(), images);
    }
  }

  @Override
  public void close() {
    mean.close();
    hits.close();
  }
}
