package org.opponency.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.training.initializer.XavierInitializer.FactorType;
import ai.djl.training.initializer.XavierInitializer.RandomType;
import org.opponency.engine.HostTensor;

/**
 * PyTorch's initialisers, drawn from libtorch's own generator. Weights of convolutions are laid out
 * channels-last (only their strides differ), which speeds up every convolution on a CPU.
 */
final class Initialisers {
  /** {@code torch.nn.init.xavier_uniform_}: U(-a, a), a = sqrt(6 / (fan_in + fan_out)). */
  static final Initializer XAVIER_UNIFORM =
      channelsLast(new XavierInitializer(RandomType.UNIFORM, FactorType.AVG, 3f));

  /** {@code kaiming_normal_(mode="fan_out", nonlinearity="relu")}: N(0, 2 / fan_out). */
  static final Initializer KAIMING_NORMAL_FAN_OUT =
      channelsLast(new XavierInitializer(RandomType.GAUSSIAN, FactorType.OUT, 2f));

  /**
   * The default of nn.Conv2d and nn.Linear, {@code kaiming_uniform_(a=sqrt(5))}:
   * U(+-1/sqrt(fan_in)).
   */
  static final Initializer PYTORCH_DEFAULT =
      channelsLast(new XavierInitializer(RandomType.UNIFORM, FactorType.IN, 1f));

  private Initialisers() {}

  /** U(-bound, bound), PyTorch's default for a bias. */
  static Initializer uniform(double bound) {
    return (manager, shape, type) ->
        manager.randomUniform((float) -bound, (float) bound, shape, type);
  }

  /** What is known already: a copy of a tensor, in the element type that is asked for. */
  static Initializer of(HostTensor tensor) {
    return channelsLast(
        (manager, shape, type) -> {
          NDArray array = tensor.toArray(manager);
          if (array.getDataType() == type) {
            return array;
          }
          try (array) {
            return array.toType(type, true);
          }
        });
  }

  /** Makes every parameter of a block one number seen as if it were many, which takes no memory. */
  static <B extends Block> B outline(B block) {
    block.setInitializer(
        (manager, shape, type) -> manager.zeros(new Shape(1), type).broadcast(shape),
        parameter -> true);
    return block;
  }

  private static Initializer channelsLast(Initializer initial) {
    return (manager, shape, type) -> {
      NDArray drawn = initial.initialize(manager, shape, type);
      if (shape.dimension() != 4) {
        return drawn;
      }
      NDArray rows =
          manager.zeros(new Shape(shape.get(0), shape.get(2), shape.get(3), shape.get(1)), type);
      NDArray view = rows.transpose(0, 3, 1, 2);
      view.set(new NDIndex("..."), drawn); // copyTo would drop the strides
      drawn.close();
      rows.close();
      return view;
    };
  }
}
