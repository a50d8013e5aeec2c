package org.opponency.superstimuli;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * {@code torch.optim.Adam} with {@code maximize=True} and the default betas (0.9, 0.999) and
 * epsilon (1e-8), on one array.
 */
final class Adam {
  private static final double MEAN_DECAY = 0.9;
  private static final double SQUARE_DECAY = 0.999;
  private static final double EPSILON = 1e-8;

  private final NDArray weights;
  private final NDArray mean;
  private final NDArray square;
  private final double rate;
  private int steps;

  /** Mean and square of the gradients live as long as the manager of the weights. */
  Adam(NDArray weights, double rate) {
    this.weights = weights;
    this.rate = rate;
    mean = weights.zerosLike();
    square = weights.zerosLike();
  }

  /** Moves the weights along a gradient of their shape, whose manager owns what is left over. */
  void step(NDArray gradient) {
    steps++;
    NDManager scope = gradient.getManager();
    mean.muli(MEAN_DECAY).addi(gradient.mul(1 - MEAN_DECAY));
    square.muli(SQUARE_DECAY).addi(gradient.square().muli(1 - SQUARE_DECAY));
    NDArray root = square.sqrt();
    root.attach(scope);
    root.divi(Math.sqrt(1 - Math.pow(SQUARE_DECAY, steps))).addi(EPSILON);
    NDArray step = mean.mul(rate / (1 - Math.pow(MEAN_DECAY, steps)));
    step.attach(scope);
    weights.addi(step.divi(root));
  }
}
