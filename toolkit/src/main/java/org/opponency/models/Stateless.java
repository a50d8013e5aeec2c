package org.opponency.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
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
