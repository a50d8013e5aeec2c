package org.opponency.models.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.nio.ByteBuffer;
import org.opponency.engine.HostTensor;

/**
 * A tensor in four numbers: its Euclidean norm and its projections on three fixed directions, whose
 * elements are uniform with variance 1. The mean square of the projections of a difference is an
 * unbiased estimate of its squared norm (Johnson and Lindenstrauss 1984; Achlioptas 2003), and no
 * wrong, missing or exchanged element leaves all of them as they are.
 *
 * @param norm Euclidean norm
 * @param p1 first projection
 * @param p2 second projection
 * @param p3 third projection
 */
public record Sketch(double norm, double p1, double p2, double p3) {
  private static final int SHARE = 21;
  private static final long MASK = (1L << SHARE) - 1;

  /** Of an array on any device; elements count in row-major order. */
  public static Sketch of(NDArray array) {
    return of(HostTensor.of(array));
  }

  /** Of a tensor of float32, float64 or int64; elements count in row-major order. */
  public static Sketch of(HostTensor tensor) {
    NoiseNumbers noise = NoiseNumbers.directions();
    ByteBuffer data = tensor.data();
    int bytes = tensor.type().getNumOfBytes();
    int count = data.remaining() / bytes;
    double square = 0;
    double p1 = 0;
    double p2 = 0;
    double p3 = 0;
    for (int i = 0; i < count; i++) {
      double value = number(tensor.type(), data, i * bytes);
      long bits = noise.bits(i);
      square += value * value;
      p1 += value * direction(bits);
      p2 += value * direction(bits >>> SHARE);
      p3 += value * direction(bits >>> 2 * SHARE);
    }
    return new Sketch(Math.sqrt(square), p1, p2, p3);
  }

  private static double direction(long bits) {
    return ((bits & MASK) / (double) (1 << SHARE - 1) - 1) * Math.sqrt(3);
  }

  private static double number(DataType type, ByteBuffer data, int position) {
    return switch (type) {
      case FLOAT32 -> data.getFloat(position);
      case FLOAT64 -> data.getDouble(position);
      case INT64 -> data.getLong(position);
      default -> throw new IllegalArgumentException("Expected numbers to sketch, got " + type);
    };
  }

  /**
   * An estimate of the norm of the difference as a share of {@code expected}'s norm; infinite where
   * that is zero and this is not.
   */
  public double errorAgainst(Sketch expected) {
    double square =
        (square(p1 - expected.p1) + square(p2 - expected.p2) + square(p3 - expected.p3)) / 3;
    return square == 0 ? 0 : Math.sqrt(square) / expected.norm;
  }

  private static double square(double x) {
    return x * x;
  }
}
