package org.opponency.training;

import static org.opponency.io.Text.format;

import java.util.List;

/**
 * A learning rate that is multiplied by {@code factor} at each milestone: PyTorch's {@code
 * MultiStepLR}.
 *
 * @param initial learning rate of the first epoch
 * @param factor what each milestone multiplies it by
 * @param milestones epochs, counted from 0, at whose start it drops
 */
public record Schedule(double initial, double factor, List<Integer> milestones) {
  /** Refuses a learning rate that is not positive. */
  public Schedule {
    milestones = List.copyOf(milestones);
    if (!(initial > 0) || !(factor > 0)) {
      throw new IllegalArgumentException(
          format("Expected a positive learning rate and factor, got %s and %s", initial, factor));
    }
  }

  /** The same learning rate throughout. */
  public static Schedule constant(double rate) {
    return new Schedule(rate, 1, List.of());
  }

  /** Learning rate of an epoch, counted from 0. */
  public double at(int epoch) {
    long drops = milestones.stream().filter(m -> m <= epoch).count();
    return initial * Math.pow(factor, drops);
  }
}
