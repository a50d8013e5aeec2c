package org.opponency.io;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Thrown by a listener that wants long work to end where it is and to go on later. Training saves
 * first: a checkpoint after this very step or, at the last step of an epoch, after its validation.
 */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Ends the work of the listener that throws it.
   *
   * @param reason such as {@code received SIGTERM}
   */
  public StoppedException(String reason) {
    super(reason);
  }

  /**
   * A listener that ends the work it follows once it is asked to: the one way in which long work is
   * stopped from outside.
   *
   * @param stop asked at every step
   * @param listener told of the step before
   */
  public static Consumer<Progress> once(BooleanSupplier stop, Consumer<Progress> listener) {
    return step -> {
      listener.accept(step);
      ifAsked(stop);
    };
  }

  /**
   * Ends work before its first step, or between its parts, if it is asked to.
   *
   * @throws StoppedException if {@code stop} says so
   */
  public static void ifAsked(BooleanSupplier stop) {
    if (stop.getAsBoolean()) {
      throw new StoppedException("asked to stop");
    }
  }
}
