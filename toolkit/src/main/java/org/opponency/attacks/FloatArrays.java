package org.opponency.attacks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/** Arrays of float32 or float64 as doubles, and back. */
final class FloatArrays {
  private FloatArrays() {}

  static double[] of(NDArray array) {
    if (array.getDataType() == DataType.FLOAT64) {
      return array.toDoubleArray();
    }
    float[] values = array.toFloatArray();
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }

  /** An array of the type and the manager of {@code like}. */
  static NDArray array(NDArray like, double[] values, Shape shape) {
    if (like.getDataType() == DataType.FLOAT64) {
      return like.getManager().create(values, shape);
    }
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return like.getManager().create(floats, shape);
  }
}
