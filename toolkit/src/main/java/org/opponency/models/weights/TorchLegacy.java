package org.opponency.models.weights;

import static org.opponency.io.Text.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * PyTorch's format before 1.6 ({@code _legacy_save} in {@code torch/serialization.py}): pickles of
 * a magic number, a version, the machine's properties, what was saved and the keys of its storages;
 * then for each key an int64 number of elements and the elements.
 */
final class TorchLegacy {
  /** Protocol 2 and the magic number, 0x1950a86a20f9469cfc6c. */
  private static final byte[] MAGIC = HexFormat.of().parseHex("80028a0a6cfc9c46f9206aa850192e");

  private static final Object VERSION = 1001L;

  private TorchLegacy() {}

  /** Whether a file begins as one of this format does. */
  static boolean begins(ByteBuffer file) {
    return file.limit() >= MAGIC.length
        && file.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
  }

  static TorchArchive of(ByteBuffer file) {
    ByteBuffer in = file.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(MAGIC.length);
    Object version = Unpickler.read(in).value();
    if (!VERSION.equals(version)) {
      throw new IllegalArgumentException(
          format("expected version %s of PyTorch's old format, found another", VERSION));
    }
    Object machine = Unpickler.read(in).value();
    if (!Boolean.TRUE.equals(TorchClasses.map(machine).get("little_endian"))) {
      throw new IllegalArgumentException("it comes from a big-endian machine");
    }
    Map<String, ElementType> types = new HashMap<>();
    Unpickler.Content content = Unpickler.read(in);
    content.storages().forEach(storage -> types.put(storage.key(), storage.type()));
    return new TorchArchive(content.value(), content.strangers(), records(in, types));
  }

  private static Map<String, ByteBuffer> records(ByteBuffer in, Map<String, ElementType> types) {
    Map<String, ByteBuffer> records = new HashMap<>();
    for (Object key : TorchClasses.list(Unpickler.read(in).value())) {
      ElementType type = types.get(TorchClasses.cast(key, String.class));
      if (type == null) {
        throw new IllegalArgumentException("it has a storage that no tensor uses");
      }
      records.put((String) key, record(in, type));
    }
    return records;
  }

  private static ByteBuffer record(ByteBuffer in, ElementType type) {
    long elements = in.getLong();
    if (elements < 0 || elements > in.remaining() / type.bytes()) {
      throw new IllegalArgumentException(
          format(
              "a storage claims %d elements of %d bytes; %d bytes are left in the file: it is"
                  + " truncated",
              elements, type.bytes(), in.remaining()));
    }
    int bytes = (int) elements * type.bytes();
    ByteBuffer record = in.slice(in.position(), bytes).order(ByteOrder.LITTLE_ENDIAN);
    in.position(in.position() + bytes);
    return record;
  }
}
