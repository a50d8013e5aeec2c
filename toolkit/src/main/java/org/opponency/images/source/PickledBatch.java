package org.opponency.images.source;

import static org.opponency.io.Text.format;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opponency.images.ImageDataException;

/**
 * A batch of CIFAR-10's Python version: a pickled dict, whose {@code labels} are a list of numbers
 * and whose {@code data} is an array of numpy, 3,072 bytes an image. The pickle (protocols 2 to 5,
 * documented in CPython's {@code Lib/pickletools.py}) is looked through and not run: nothing of it
 * is built but the two.
 */
final class PickledBatch {
  private static final String LABELS = "labels";

  private final ByteBuffer in;
  private final List<Integer> labels = new ArrayList<>();
  private String key = "";
  private byte[] data = {};

  private PickledBatch(byte[] pickle) {
    in = ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The images of a batch as records of the binary version: a label byte, then the image's bytes.
   *
   * @param file names the batch in the error
   * @param bytes an image
   * @throws ImageDataException if it is no such batch, or damaged
   */
  static byte[] records(Path file, byte[] pickle, int bytes) {
    PickledBatch batch = new PickledBatch(pickle);
    try {
      batch.read();
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw refusal(file, "it ends too early", e);
    } catch (IllegalArgumentException e) {
      throw refusal(file, e.getMessage(), e);
    }
    if (batch.labels.isEmpty() || batch.data.length != batch.labels.size() * (long) bytes) {
      String found = format("%d labels, %d bytes", batch.labels.size(), batch.data.length);
      throw refusal(file, format("expected %d bytes a label, found %s", bytes, found), null);
    }
    return batch.records(bytes);
  }

  private static ImageDataException refusal(Path file, String reason, Exception cause) {
    return new ImageDataException(
        format(
            "%s is no whole batch of CIFAR-10's Python version: %s. Fetch it again.",
            file.toAbsolutePath(), reason),
        cause);
  }

  private byte[] records(int bytes) {
    ByteBuffer records = ByteBuffer.allocate(labels.size() * (1 + bytes));
    for (int i = 0; i < labels.size(); i++) {
      records.put(labels.get(i).byteValue()).put(data, i * bytes, bytes);
    }
    return records.array();
  }

  private void read() {
    for (int opcode = unsignedByte(); opcode != '.'; opcode = unsignedByte()) {
      step(opcode);
    }
  }

  private void step(int opcode) {
    switch (opcode) {
      case 'K' -> number(unsignedByte());
      case 'M' -> number(Short.toUnsignedInt(in.getShort()));
      case 'J' -> number(in.getInt());
      case 'U', 0x8c, 'C' -> bytes(unsignedByte());
      case 'T', 'X', 'B' -> bytes(Integer.toUnsignedLong(in.getInt()));
      case 0x8d, 0x8e, 0x96 -> bytes(in.getLong());
      case 0x8a -> skip(unsignedByte());
      case 'c' -> {
        line();
        line();
      }
      case 0x80, 'q', 'h' -> skip(1);
      case 'r', 'j' -> skip(4);
      case 'G', 0x95 -> skip(8);
      case '(', ')', '0', 'N', 'R', ']', 'a', 'b', 'e', 's', 't', 'u', '}' -> {}
      case 0x81, 0x85, 0x86, 0x87, 0x88, 0x89, 0x93, 0x94 -> {}
      default ->
          throw new IllegalArgumentException(
              format("its pickle has an opcode 0x%02x at byte %d", opcode, in.position() - 1));
    }
  }

  /** Numbers that follow the key of the labels are labels; records check their range. */
  private void number(int value) {
    if (key.equals(LABELS)) {
      if (value < 0 || value > 255) {
        throw new IllegalArgumentException(format("it has a label %d", value));
      }
      labels.add(value);
    }
  }

  /** A short text may be a key; the longest is the images. */
  private void bytes(long count) {
    if (count < 0 || count > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[(int) count];
    in.get(bytes);
    key = count > LABELS.length() ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
    if (bytes.length > data.length) {
      data = bytes;
    }
  }

  private void line() {
    while (in.get() != '\n') {}
  }

  private void skip(int count) {
    if (count > in.remaining()) {
      throw new BufferUnderflowException();
    }
    in.position(in.position() + count);
  }

  private int unsignedByte() {
    return Byte.toUnsignedInt(in.get());
  }
}
