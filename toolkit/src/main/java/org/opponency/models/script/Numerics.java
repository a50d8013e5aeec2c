package org.opponency.models.script;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.function.UnaryOperator;
import org.opponency.models.Network;

/** How a training step computes. */
public enum Numerics {
  /** In float32, operation by operation: the reference. */
  EXACT,

  /**
   * Convolutions and fully connected layers in bfloat16, as under PyTorch's {@code autocast}: a
   * training run of its own, since its weights differ from the exact run's.
   */
  FAST;

  /**
   * A network's pass in training mode, from pixels to logits, as {@link Network#logits} does it.
   */
  public UnaryOperator<NDArray> training(Network network) {
    return this == EXACT ? network.trainingPass() : network.trainingPass(DataType.BFLOAT16);
  }
}
