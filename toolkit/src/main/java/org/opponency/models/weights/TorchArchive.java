package org.opponency.models.weights;

import static org.opponency.io.Text.format;

import java.nio.ByteBuffer;
import java.util.Set;

/** One of the two ways in which {@code torch.save} lays out a file. */
interface TorchArchive {
  /** What was saved: dicts and lists down to {@link TorchTensor}s. */
  Object root();

  /** Names of the classes and functions in it that were not built. */
  Set<String> strangers();

  /** The bytes that hold a storage of the file, little-endian; at least as many as it claims. */
  ByteBuffer bytes(TorchStorage storage);

  /**
   * The part of a record that a storage takes.
   *
   * @throws IllegalArgumentException if the record is missing or too short
   */
  static ByteBuffer part(ByteBuffer record, TorchStorage storage) {
    long start = storage.start() * storage.type().bytes();
    if (record == null || start + storage.bytes() > record.limit()) {
      throw new IllegalArgumentException(
          format(
              "expected %d bytes of storage %s, found %s",
              start + storage.bytes(),
              storage.key(),
              record == null ? "none" : Integer.toString(record.limit())));
    }
    return record.slice((int) start, (int) storage.bytes()).order(record.order());
  }
}
