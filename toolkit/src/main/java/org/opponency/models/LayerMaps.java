package org.opponency.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;

/**
 * Numbers of a layer's cells: response maps to one image, or the weights of a convolution.
 *
 * @param cells number of cells
 * @param planes planes a cell: 1 for response maps, input channels for weights
 * @param height rows
 * @param width columns
 * @param values (cells, planes, height, width)
 */
public record LayerMaps(int cells, int planes, int height, int width, float[] values) {
  /** Those in an array, rounded to float32 if it has other numbers. */
  static LayerMaps of(NDArray array) {
    long[] shape = array.getShape().getShape();
    if (shape.length != 4) {
      throw new IllegalArgumentException(
          "Expected (cells, planes, height, width), got shape " + Arrays.toString(shape));
    }
    float[] values = floats(array);
    return new LayerMaps((int) shape[0], (int) shape[1], (int) shape[2], (int) shape[3], values);
  }

  /** The numbers of an array of any element type, which stays open. */
  static float[] floats(NDArray array) {
    if (array.getDataType() == DataType.FLOAT32) {
      return array.toFloatArray();
    }
    try (NDArray floats = array.toType(DataType.FLOAT32, false)) {
      return floats.toFloatArray();
    }
  }

  /** All planes of one cell. */
  public float[] of(int cell) {
    int size = planes * height * width;
    return Arrays.copyOfRange(values, cell * size, (cell + 1) * size);
  }
}
