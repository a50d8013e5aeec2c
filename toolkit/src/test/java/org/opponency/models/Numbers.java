package org.opponency.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import org.opponency.engine.HostTensor;

/** Tensors as plain numbers. */
public final class Numbers {
  private Numbers() {}

  public static double[] of(NDArray array) {
    return of(HostTensor.of(array));
  }

  public static double[] of(HostTensor tensor) {
    ByteBuffer data = tensor.data();
    int bytes = tensor.type().getNumOfBytes();
    return IntStream.range(0, data.remaining() / bytes)
        .mapToDouble(i -> number(tensor.type(), data, i * bytes))
        .toArray();
  }

  private static double number(DataType type, ByteBuffer data, int position) {
    return switch (type) {
      case FLOAT32 -> data.getFloat(position);
      case FLOAT64 -> data.getDouble(position);
      case INT32 -> data.getInt(position);
      case INT64 -> data.getLong(position);
      default -> throw new IllegalArgumentException("No number of type " + type);
    };
  }
}
