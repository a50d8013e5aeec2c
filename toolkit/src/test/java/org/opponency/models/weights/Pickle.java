package org.opponency.models.weights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes pickles and PyTorch files that no honest program writes. */
final class Pickle {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Pickle() {
    op(0x80, 2);
  }

  Pickle op(int... bytes) {
    for (int b : bytes) {
      out.write(b);
    }
    return this;
  }

  Pickle ops(String opcodes) {
    return op(opcodes.chars().toArray());
  }

  Pickle text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return op('X').int32(bytes.length).op(ints(bytes));
  }

  Pickle number(long value) {
    return op(0x8a, 8).op(ints(littleEndian(Long.BYTES).putLong(0, value).array()));
  }

  Pickle numbers(long... values) {
    op('(');
    for (long value : values) {
      number(value);
    }
    return op('t');
  }

  Pickle named(String module, String name) {
    return ops("c" + module + "\n" + name + "\n");
  }

  /** A storage of float32 numbers, "0" if nothing else is said. */
  Pickle storage(String key, long elements) {
    return op('(')
        .text("storage")
        .named("torch", "FloatStorage")
        .text(key)
        .text("cpu")
        .number(elements)
        .ops("tQ");
  }

  /** A tensor over storage "0". */
  Pickle tensor(long elements, long offset, long[] shape, long... strides) {
    return named("torch._utils", "_rebuild_tensor_v2")
        .op('(')
        .storage("0", elements)
        .number(offset)
        .numbers(shape)
        .numbers(strides)
        .ops("tR");
  }

  private Pickle int32(int value) {
    return op(ints(littleEndian(Integer.BYTES).putInt(0, value).array()));
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int[] ints(byte[] bytes) {
    int[] ints = new int[bytes.length];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = bytes[i] & 0xff;
    }
    return ints;
  }

  /** The pickle with its end. */
  byte[] bytes() {
    byte[] bytes = Arrays.copyOf(out.toByteArray(), out.size() + 1);
    bytes[out.size()] = '.';
    return bytes;
  }

  /** As a zip file of torch.save with one storage "0". */
  byte[] zip(int storageBytes) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(file)) {
      entry(zip, "x/data.pkl", bytes());
      entry(zip, "x/data/0", new byte[storageBytes]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
  }

  /** As a legacy file, with a storage "0" if it has any elements. */
  byte[] legacy(float... elements) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(HexFormat.of().parseHex("80028a0a6cfc9c46f9206aa850192e")); // the magic number
    file.writeBytes(new Pickle().number(1001).bytes());
    file.writeBytes(new Pickle().op('}').text("little_endian").op(0x88, 's').bytes());
    file.writeBytes(bytes());
    if (elements.length == 0) {
      file.writeBytes(new Pickle().op(']').bytes());
      return file.toByteArray();
    }
    file.writeBytes(new Pickle().op(']').text("0").op('a').bytes());
    ByteBuffer storage = littleEndian(Long.BYTES + Float.BYTES * elements.length);
    storage.putLong(elements.length).asFloatBuffer().put(elements);
    file.writeBytes(storage.array());
    return file.toByteArray();
  }
}
