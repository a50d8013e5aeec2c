package org.opponency.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;

/**
 * What one output of an operation is made of, on each axis. Padding is always kernel / 2.
 *
 * @param kernel inputs, odd
 * @param stride inputs from one output to the next
 */
record Window(int kernel, int stride) {
  /** Every output is made of one input: ReLU, batch norm. */
  static final Window POINT = new Window(1, 1);

  /** Every output is made of the whole map: global pooling, a fully connected layer. */
  static final Window WHOLE = new Window(LayerField.EVERYTHING, 1);

  /**
   * The output for an input that is not padded, so that the map shrinks. Where a map is the same
   * all over, one pixel may stand for it: it meets the sum of a kernel and is its own maximum.
   */
  NDArray unpadded(Block block, ParameterStore store, NDArray x) {
    boolean uniform = x.getShape().get(2) == 1;
    if (block instanceof Conv2d conv) {
      return convolved(conv, store, x, uniform);
    }
    return kernel == 1
        ? block.forward(store, new NDList(x), false).singletonOrThrow()
        : uniform
            ? x.duplicate()
            : Pool.maxPool2d(x, new Shape(kernel, kernel), steps(), new Shape(0, 0), false);
  }

  private NDArray convolved(Conv2d conv, ParameterStore store, NDArray x, boolean uniform) {
    NDArray weight = value(conv, "weight", store, x);
    NDArray bias = value(conv, "bias", store, x);
    NDArray kernels = uniform ? weight.sum(new int[] {2, 3}, true) : weight;
    NDArray y =
        Conv2d.conv2d(x, kernels, bias, steps(), new Shape(0, 0), new Shape(1, 1))
            .singletonOrThrow();
    if (uniform) {
      kernels.close();
    }
    return y;
  }

  private Shape steps() {
    return new Shape(stride, stride);
  }

  private static NDArray value(Conv2d conv, String name, ParameterStore store, NDArray x) {
    Parameter parameter = conv.getDirectParameters().get(name);
    return parameter == null ? null : store.getValue(parameter, x.getDevice(), false);
  }

  boolean isWhole() {
    return kernel == LayerField.EVERYTHING;
  }

  int padding() {
    return kernel / 2;
  }
}
