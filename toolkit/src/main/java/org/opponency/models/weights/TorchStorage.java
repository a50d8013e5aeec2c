package org.opponency.models.weights;

import static org.opponency.io.Text.format;

/**
 * What a PyTorch file says about one of its storages: a row of elements that tensors are views of.
 *
 * @param type element type
 * @param key its name in the file
 * @param start where it begins within the storage of that name, in elements; not 0 only for the
 *     views of old files
 * @param length in elements
 */
record TorchStorage(ElementType type, String key, long start, long length) {
  /** Refuses what no memory holds. */
  TorchStorage {
    if (start < 0 || length < 0 || start > Integer.MAX_VALUE || length > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          format("storage %s claims %d elements from %d on", key, length, start));
    }
  }

  /** Size in bytes. */
  long bytes() {
    return length * type.bytes();
  }
}
