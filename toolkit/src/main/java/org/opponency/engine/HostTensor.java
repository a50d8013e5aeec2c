package org.opponency.engine;

import static org.opponency.io.Text.format;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A tensor in plain memory, on its way to or from a file. Two are equal when type, shape and all
 * bytes are.
 *
 * @param type element type
 * @param shape row-major shape; empty for a scalar
 * @param data little-endian elements, position 0
 */
public record HostTensor(DataType type, long[] shape, ByteBuffer data) {
  private static final int FLOAT16_EXPONENT = 0x7c00;

  /** Refuses data that do not fill the shape. */
  public HostTensor {
    if (Arrays.stream(shape).anyMatch(side -> side < 0)) {
      throw new IllegalArgumentException(
          "Expected no negative side, got shape " + Arrays.toString(shape));
    }
    long expected = Math.multiplyExact(type.getNumOfBytes(), elements(shape));
    if (data.remaining() != expected) {
      throw new IllegalArgumentException(
          format(
              "Expected %d bytes for %s %s, got %d",
              expected, type, Arrays.toString(shape), data.remaining()));
    }
    data = data.order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A copy of an array on any device, in its logical (row-major) order. */
  public static HostTensor of(NDArray array) {
    ByteBuffer data = array.toByteBuffer();
    return new HostTensor(array.getDataType(), array.getShape().getShape(), data);
  }

  /** A float32 tensor. */
  public static HostTensor ofFloats(float[] values, long... shape) {
    ByteBuffer data = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    data.asFloatBuffer().put(values);
    return new HostTensor(DataType.FLOAT32, shape, data);
  }

  /** An int64 scalar, as {@code num_batches_tracked} is. */
  public static HostTensor ofLong(long value) {
    ByteBuffer data = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, value);
    return new HostTensor(DataType.INT64, new long[0], data);
  }

  /** The same in memory of its own. */
  public HostTensor copy() {
    ByteBuffer own = ByteBuffer.allocate(data.remaining()).put(data.duplicate()).flip();
    return new HostTensor(type, shape, own);
  }

  /** A new array of the manager that shares no memory with this tensor. */
  public NDArray toArray(NDManager manager) {
    try (NDArray borrowed = manager.create(data.duplicate(), new Shape(shape), type)) {
      return borrowed.duplicate();
    }
  }

  /**
   * The negative of each element.
   *
   * @throws IllegalArgumentException if they are truth values
   */
  public HostTensor negated() {
    ByteBuffer negative = ByteBuffer.allocate(data.remaining()).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < data.remaining(); at += type.getNumOfBytes()) {
      switch (type) {
        case FLOAT16 -> negative.putShort((short) (data.getShort(at) ^ Short.MIN_VALUE));
        case FLOAT32 -> negative.putInt(data.getInt(at) ^ Integer.MIN_VALUE);
        case FLOAT64 -> negative.putLong(data.getLong(at) ^ Long.MIN_VALUE);
        case UINT8 -> negative.put((byte) -data.get(at));
        case INT32 -> negative.putInt(-data.getInt(at));
        case INT64 -> negative.putLong(-data.getLong(at));
        default -> throw new IllegalArgumentException("No negative of " + type);
      }
    }
    return new HostTensor(type, shape, negative.flip());
  }

  /** Whether no element is NaN or infinite; elements that are no floats never are. */
  public boolean isFinite() {
    return switch (type) {
      case FLOAT32 -> {
        FloatBuffer values = data.asFloatBuffer();
        yield IntStream.range(0, values.limit()).allMatch(i -> Float.isFinite(values.get(i)));
      }
      case FLOAT64 -> {
        DoubleBuffer values = data.asDoubleBuffer();
        yield IntStream.range(0, values.limit()).allMatch(i -> Double.isFinite(values.get(i)));
      }
      case FLOAT16 -> {
        ShortBuffer values = data.asShortBuffer();
        yield IntStream.range(0, values.limit())
            .allMatch(i -> (values.get(i) & FLOAT16_EXPONENT) != FLOAT16_EXPONENT);
      }
      default -> true;
    };
  }

  /** The same with 0 in the place of elements that are NaN or infinite. */
  public HostTensor finite() {
    HostTensor finite = copy();
    int size = type.getNumOfBytes();
    for (int at = 0; at < data.remaining(); at += size) {
      if (!new HostTensor(type, new long[0], finite.data.slice(at, size)).isFinite()) {
        finite.data.put(at, new byte[size]);
      }
    }
    return finite;
  }

  /** A copy of the data. */
  public byte[] bytes() {
    byte[] bytes = new byte[data.remaining()];
    data.duplicate().get(bytes);
    return bytes;
  }

  /** How many numbers a tensor of a shape has. */
  public static long elements(long... sides) {
    return Arrays.stream(sides).reduce(1, Math::multiplyExact);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HostTensor tensor
        && type == tensor.type
        && Arrays.equals(shape, tensor.shape)
        && data.equals(tensor.data);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, Arrays.hashCode(shape), data);
  }
}
