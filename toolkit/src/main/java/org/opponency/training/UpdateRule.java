package org.opponency.training;

/** An optimiser's hyper-parameters; the learning rate comes from the {@link Schedule}. */
public sealed interface UpdateRule {
  /** Factor of the weight that is added to its gradient, for every parameter, as PyTorch does. */
  double weightDecay();

  /**
   * {@code torch.optim.SGD}: v = momentum v + (g + weightDecay w); w -= lr v.
   *
   * @param momentum of the velocity, which does not contain the learning rate
   * @param weightDecay see {@link UpdateRule#weightDecay()}
   */
  record Sgd(double momentum, double weightDecay) implements UpdateRule {}

  /**
   * {@code torch.optim.RMSprop}, not centred, without momentum: s = alpha s + (1 - alpha) g^2; w -=
   * lr g / (sqrt(s) + epsilon).
   *
   * @param alpha smoothing of the squared gradient
   * @param epsilon added to the root
   * @param weightDecay see {@link UpdateRule#weightDecay()}
   */
  record RmsProp(double alpha, double epsilon, double weightDecay) implements UpdateRule {}
}
