package org.opponency.attacks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/** Arrays of float32 or float64 as doubles, and back. */
final class FloatArrays {
  private FloatArrays() {}

  static double[] of(NDArray array) {
    try (NDArray doubles = array.toType(DataType.FLOAT64, true)) {
      return doubles.toDoubleArray();
    }
  }

  /** An array of the type and the manager of {@code like}. */
  static NDArray array(NDArray like, double[] values, Shape shape) {
    NDArray doubles = like.getManager().create(values, shape);
    if (like.getDataType() == DataType.FLOAT64) {
      return doubles;
    }
    try (doubles) {
      return doubles.toType(like.getDataType(), true);
    }
  }
}
