package org.opponency.models;

import static com.google.common.truth.Truth.assertWithMessage;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;

/** Tensors as plain numbers, and how far two of them are apart. */
final class Numbers {
  private Numbers() {}

  static double[] of(NDArray array) {
    return of(HostTensor.of(array));
  }

  static double[] of(HostTensor tensor) {
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

  /** Requires |actual - expected| <= tolerance |expected| in the Euclidean norm. */
  static void assertClose(String what, double[] actual, double[] expected, double tolerance) {
    assertWithMessage("length of %s", what).that(actual).hasLength(expected.length);
    double[] difference =
        IntStream.range(0, actual.length).mapToDouble(i -> actual[i] - expected[i]).toArray();
    assertWithMessage("error of %s", what)
        .that(norm(difference))
        .isAtMost(tolerance * norm(expected));
  }

  private static double norm(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
