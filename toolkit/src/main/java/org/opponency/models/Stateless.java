package org.opponency.models;

import static org.opponency.io.Text.format;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Blocks;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.pooling.Pool;
import java.util.function.UnaryOperator;

/**
 * A layer without weights that knows the shape of its output. DJL's own run themselves on an array
 * of zeros to find it, which takes as much memory as a file says its network needs.
 */
final class Stateless extends LambdaBlock {
  private final UnaryOperator<Shape> outputShape;

  private Stateless(
      String name, UnaryOperator<NDArray> function, UnaryOperator<Shape> outputShape) {
    super(inputs -> new NDList(function.apply(inputs.singletonOrThrow())), name);
    this.outputShape = outputShape;
  }

  static Stateless relu() {
    return new Stateless("ReLU", Activation::relu, shape -> shape);
  }

  /** The largest of each 3x3 pixels, at every other pixel, with a border of one. */
  static Stateless maxPool() {
    return new Stateless(
        "maxPool2d",
        x -> Pool.maxPool2d(x, new Shape(3, 3), new Shape(2, 2), new Shape(1, 1), false),
        in -> new Shape(in.get(0), in.get(1), (in.get(2) + 1) / 2, (in.get(3) + 1) / 2));
  }

  /** Every so many pixels of each channel, among channels of zeros: half before, half behind. */
  static Stateless padded(int in, int out, int stride) {
    int before = (out - in) / 2;
    return new Stateless(
        "padded shortcut",
        x -> padded(x, before, out - in - before, stride),
        shape ->
            new Shape(
                shape.get(0), out, ceiling(shape.get(2), stride), ceiling(shape.get(3), stride)));
  }

  private static NDArray padded(NDArray x, int before, int behind, int stride) {
    NDIndex pixels = new NDIndex(format(":, :, ::%d, ::%d", stride, stride));
    try (NDArray few = x.get(pixels);
        NDArray first = zeros(few, before);
        NDArray last = zeros(few, behind)) {
      return NDArrays.concat(new NDList(first, few, last), 1);
    }
  }

  private static NDArray zeros(NDArray like, int channels) {
    Shape shape = like.getShape();
    return like.getManager()
        .zeros(new Shape(shape.get(0), channels, shape.get(2), shape.get(3)), like.getDataType());
  }

  private static long ceiling(long pixels, int stride) {
    return (pixels + stride - 1) / stride;
  }

  /** The mean of each channel. */
  static Stateless averagePool() {
    return new Stateless(
        "globalAvgPool2d", Pool::globalAvgPool2d, in -> new Shape(in.get(0), in.get(1)));
  }

  /** All numbers of an image in a row. */
  static Stateless flatten() {
    return new Stateless(
        "batchFlatten", Blocks::batchFlatten, in -> new Shape(in.get(0), in.size() / in.get(0)));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    return new Shape[] {outputShape.apply(inputs[0])};
  }
}
