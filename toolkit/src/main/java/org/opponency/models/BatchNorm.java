package org.opponency.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.PairList;
import java.util.Arrays;
import java.util.function.BinaryOperator;
import org.opponency.engine.Autograd;
import org.opponency.engine.BatchNormalisation;

/**
 * PyTorch's {@code nn.BatchNorm2d}: eps 1e-5, momentum 0.1, unbiased running variance. DJL's own
 * block rounds eps and momentum to float, which fifty layers amplify to 2 % of a gradient.
 */
final class BatchNorm extends AbstractBlock {
  static final double MOMENTUM = 0.1;
  static final double EPSILON = 1e-5;

  private static final BatchNormalisation NORMALISATION = new BatchNormalisation(MOMENTUM, EPSILON);

  private final Parameter weight;
  private final Parameter bias;
  private final Parameter runningMean;
  private final Parameter runningVariance;
  private long batches;

  BatchNorm() {
    weight = parameter("weight", Parameter.Type.GAMMA, true);
    bias = parameter("bias", Parameter.Type.BETA, true);
    runningMean = parameter("running_mean", Parameter.Type.RUNNING_MEAN, false);
    runningVariance = parameter("running_var", Parameter.Type.RUNNING_VAR, false);
  }

  private Parameter parameter(String name, Parameter.Type type, boolean trained) {
    Initializer initial =
        name.equals("weight") || name.equals("running_var") ? Initializer.ONES : Initializer.ZEROS;
    return addParameter(
        Parameter.builder()
            .setName(name)
            .setType(type)
            .optRequiresGrad(trained)
            .optInitializer(initial)
            .build());
  }

  /** Training batches seen so far: PyTorch's {@code num_batches_tracked}. */
  long batches() {
    return batches;
  }

  void setBatches(long batches) {
    this.batches = batches;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray x = inputs.singletonOrThrow();
    if (training) {
      batches++;
    }
    return new NDList(
        NORMALISATION.apply(
            x,
            value(store, runningMean, x, training),
            value(store, runningVariance, x, training),
            value(store, weight, x, training),
            value(store, bias, x, training),
            training));
  }

  /** Weights (out, ...) of a convolution before it that does what both do in eval mode. */
  NDArray scaled(NDArray weights) {
    long[] shape = new long[weights.getShape().dimension()];
    Arrays.fill(shape, 1);
    shape[0] = weights.getShape().get(0);
    return folded(weights, (exact, scale) -> exact.mul(scale.reshape(shape)));
  }

  /** Biases (out) of that convolution. */
  NDArray shifted(NDArray biases) {
    return folded(
        biases, (exact, scale) -> exact.sub(exact(runningMean)).mul(scale).add(exact(bias)));
  }

  /** Computed in float64 from gamma / sqrt(variance + eps); of the manager of the values. */
  private NDArray folded(NDArray values, BinaryOperator<NDArray> fold) {
    NDManager owner = values.getManager();
    try (NDManager scope = owner.newSubManager();
        Autograd.Mode off = Autograd.off()) {
      scope.tempAttachAll(values, weight.getArray(), bias.getArray());
      scope.tempAttachAll(runningMean.getArray(), runningVariance.getArray());
      NDArray scale = exact(weight).div(exact(runningVariance).add(EPSILON).sqrt());
      NDArray folded =
          fold.apply(values.toType(DataType.FLOAT64, false), scale)
              .toType(values.getDataType(), false);
      folded.attach(owner);
      return folded;
    }
  }

  private static NDArray exact(Parameter parameter) {
    return parameter.getArray().toType(DataType.FLOAT64, false);
  }

  private static NDArray value(ParameterStore store, Parameter p, NDArray x, boolean training) {
    return store.getValue(p, x.getDevice(), training);
  }

  @Override
  protected void prepare(Shape[] inputs) {
    Shape channels = new Shape(inputs[0].get(1));
    getDirectParameters().values().forEach(p -> p.setShape(channels));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    return inputs;
  }
}
