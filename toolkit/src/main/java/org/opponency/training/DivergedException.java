package org.opponency.training;

/** Training has produced a loss that is not a number; the last good checkpoint is kept. */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DivergedException(int step, double rate, double loss) {
    super(
        "The loss at step %d is %s at learning rate %s. The last checkpoint is kept; lower the"
                .formatted(step, loss, rate)
            + " learning rate or look at this batch.");
  }
}
