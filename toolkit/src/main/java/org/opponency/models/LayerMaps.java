package org.opponency.models;

import java.util.Arrays;
import org.opponency.engine.HostTensor;

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
  static LayerMaps of(HostTensor tensor) {
    long[] shape = tensor.shape();
    if (shape.length != 4) {
      throw new IllegalArgumentException(
          "Expected (cells, planes, height, width), got shape " + Arrays.toString(shape));
    }
    float[] values = new float[tensor.data().remaining() / Float.BYTES];
    tensor.data().asFloatBuffer().get(values);
    return new LayerMaps((int) shape[0], (int) shape[1], (int) shape[2], (int) shape[3], values);
  }

  /** All planes of one cell. */
  public float[] of(int cell) {
    int size = planes * height * width;
    return Arrays.copyOfRange(values, cell * size, (cell + 1) * size);
  }
}
