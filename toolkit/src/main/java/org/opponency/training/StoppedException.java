package org.opponency.training;

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
}
