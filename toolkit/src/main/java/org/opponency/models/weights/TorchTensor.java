package org.opponency.models.weights;

import static org.opponency.io.Text.format;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.opponency.engine.HostTensor;

/**
 * What a PyTorch file says about a tensor: a strided view of a storage, whose bytes it has not read
 * yet.
 *
 * @param storage what it is a view of
 * @param offset its first element
 * @param shape row-major shape; empty for a scalar
 * @param strides step from one element to the next along each axis, in elements
 * @param negated whether the elements are the negatives of those stored: PyTorch's negative bit
 */
record TorchTensor(
    TorchStorage storage, long offset, long[] shape, long[] strides, boolean negated) {
  /** As many as PyTorch allows. */
  static final int MOST_AXES = 64;

  /** Refuses a view that reaches outside its storage. */
  TorchTensor {
    if (shape.length != strides.length || shape.length > MOST_AXES || anyNegative(shape, strides)) {
      throw new IllegalArgumentException(
          format(
              "a tensor has %d axes and %d strides; expected as many of each, at most %d, none"
                  + " negative",
              shape.length, strides.length, MOST_AXES));
    }
    if (HostTensor.elements(shape) > 0
        && (offset < 0 || last(offset, shape, strides) >= storage.length())) {
      throw new IllegalArgumentException(
          format(
              "a tensor of shape %s, strides %s and offset %d reaches outside its storage %s of %d"
                  + " elements",
              Arrays.toString(shape),
              Arrays.toString(strides),
              offset,
              storage.key(),
              storage.length()));
    }
  }

  private static boolean anyNegative(long[] shape, long[] strides) {
    return Arrays.stream(shape).anyMatch(n -> n < 0) || Arrays.stream(strides).anyMatch(n -> n < 0);
  }

  private static long last(long offset, long[] shape, long[] strides) {
    long last = offset;
    for (int axis = 0; axis < shape.length; axis++) {
      last = Math.addExact(last, Math.multiplyExact(shape[axis] - 1, strides[axis]));
    }
    return last;
  }

  /** Size in memory, in bytes. */
  long bytes() {
    return Math.multiplyExact(
        HostTensor.elements(shape), storage.type().inMemory().getNumOfBytes());
  }

  /**
   * Its elements in row-major order: a view of the storage where they lie so, else a copy.
   *
   * @param bytes the storage's, little-endian
   */
  HostTensor read(ByteBuffer bytes) {
    HostTensor tensor = new HostTensor(storage.type().inMemory(), shape, data(bytes));
    return negated ? tensor.negated() : tensor;
  }

  private ByteBuffer data(ByteBuffer bytes) {
    ElementType type = storage.type();
    int elements = Math.toIntExact(HostTensor.elements(shape));
    if (elements > 0 && isRowMajor()) {
      return type.inMemory(bytes.slice((int) offset * type.bytes(), elements * type.bytes()));
    }
    ByteBuffer data = type.allocate(elements);
    if (elements > 0) {
      copy(bytes, offset, 0, data);
    }
    return data.flip();
  }

  private boolean isRowMajor() {
    long step = 1;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      if (shape[axis] != 1 && strides[axis] != step) {
        return false;
      }
      step *= shape[axis];
    }
    return true;
  }

  private void copy(ByteBuffer from, long position, int axis, ByteBuffer to) {
    if (axis == shape.length) {
      storage.type().copy(from, (int) position * storage.type().bytes(), to);
      return;
    }
    for (int i = 0; i < shape[axis]; i++) {
      copy(from, position + i * strides[axis], axis + 1, to);
    }
  }
}
