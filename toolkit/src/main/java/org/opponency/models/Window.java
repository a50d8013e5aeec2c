package org.opponency.models;

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

  boolean isWhole() {
    return kernel == LayerField.EVERYTHING;
  }

  int padding() {
    return kernel / 2;
  }
}
