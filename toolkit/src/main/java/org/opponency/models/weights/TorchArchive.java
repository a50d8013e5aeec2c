package org.opponency.models.weights;

import static org.opponency.io.Text.format;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;

/**
 * What {@code torch.save} wrote, in either of its formats.
 *
 * @param root what was saved: dicts and lists down to {@link TorchTensor}s
 * @param strangers names of the classes and functions in it that were not built
 * @param storages the bytes of each by its key, little-endian
 */
record TorchArchive(Object root, Set<String> strangers, Map<String, ByteBuffer> storages) {
  /**
   * The bytes that a storage takes.
   *
   * @throws IllegalArgumentException if they are missing or too few
   */
  ByteBuffer bytes(TorchStorage storage) {
    ByteBuffer stored = storages.get(storage.key());
    long start = storage.start() * storage.type().bytes();
    if (stored == null || start + storage.bytes() > stored.limit()) {
      throw new IllegalArgumentException(
          format(
              "expected %d bytes of storage %s, found %s",
              start + storage.bytes(),
              storage.key(),
              stored == null ? "none" : Integer.toString(stored.limit())));
    }
    return stored.slice((int) start, (int) storage.bytes()).order(stored.order());
  }
}
