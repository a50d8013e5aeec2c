package org.opponency.models.weights;

import static org.opponency.io.Text.format;

import ai.djl.ndarray.types.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/** How a file stores the elements of a tensor, and what they become in memory. */
enum ElementType {
  FLOAT64("F64", "DoubleStorage", 8, DataType.FLOAT64),
  FLOAT32("F32", "FloatStorage", 4, DataType.FLOAT32),
  FLOAT16("F16", "HalfStorage", 2, DataType.FLOAT16),
  /** Becomes float32, of which it is the upper half: DJL has no arrays of it. */
  BFLOAT16("BF16", "BFloat16Storage", 2, DataType.FLOAT32),
  INT64("I64", "LongStorage", 8, DataType.INT64),
  INT32("I32", "IntStorage", 4, DataType.INT32),
  /** Becomes int32, since DJL has no arrays of it. */
  INT16("I16", "ShortStorage", 2, DataType.INT32),
  /** Becomes int32, as int16 does. */
  INT8("I8", "CharStorage", 1, DataType.INT32),
  UINT8("U8", "ByteStorage", 1, DataType.UINT8),
  BOOLEAN("BOOL", "BoolStorage", 1, DataType.BOOLEAN);

  private final String safetensors;
  private final String storage;
  private final int bytes;
  private final DataType type;

  ElementType(String safetensors, String storage, int bytes, DataType type) {
    this.safetensors = safetensors;
    this.storage = storage;
    this.bytes = bytes;
    this.type = type;
  }

  /** The type that safetensors calls {@code name}. */
  static Optional<ElementType> named(String name) {
    return Arrays.stream(values()).filter(t -> t.safetensors.equals(name)).findFirst();
  }

  /** The type in which elements of {@code type} are written. */
  static ElementType of(DataType type) {
    return Arrays.stream(values())
        .filter(t -> t.type == type && !t.isWidened())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No safetensors type for " + type));
  }

  /** Its name in safetensors, such as {@code F32}. */
  String safetensorsName() {
    return safetensors;
  }

  /** Its storage class in the module {@code torch}, such as {@code FloatStorage}. */
  String storageName() {
    return storage;
  }

  /** Bytes of an element in the file. */
  int bytes() {
    return bytes;
  }

  /** What elements become in memory. */
  DataType inMemory() {
    return type;
  }

  private boolean isWidened() {
    return bytes != type.getNumOfBytes();
  }

  /**
   * Stored elements as they are in memory, little-endian: the same bytes where they are that
   * already, else a copy.
   *
   * @throws IllegalArgumentException if the bytes make no whole number of elements
   */
  ByteBuffer inMemory(ByteBuffer stored) {
    int elements = stored.limit() / bytes;
    if (stored.limit() % bytes != 0) {
      throw new IllegalArgumentException(
          format("%d bytes are no whole number of %s", stored.limit(), safetensors));
    }
    if (!isWidened()) {
      return stored.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }
    ByteBuffer data = allocate(elements);
    ByteBuffer from = stored.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < elements; i++) {
      copy(from, i * bytes, data);
    }
    return data.flip();
  }

  /** Memory for a number of elements. */
  ByteBuffer allocate(int elements) {
    return ByteBuffer.allocate(Math.multiplyExact(elements, type.getNumOfBytes()))
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Moves the element at a byte position into memory; both buffers are little-endian. */
  void copy(ByteBuffer from, int position, ByteBuffer to) {
    switch (this) {
      case BFLOAT16 -> to.putInt(from.getShort(position) << Short.SIZE);
      case INT16 -> to.putInt(from.getShort(position));
      case INT8 -> to.putInt(from.get(position));
      case FLOAT64, INT64 -> to.putLong(from.getLong(position));
      case FLOAT32, INT32 -> to.putInt(from.getInt(position));
      case FLOAT16 -> to.putShort(from.getShort(position));
      default -> to.put(from.get(position));
    }
  }
}
