package org.opponency.kernel;

/** A magic that could not do what it should; unchecked, so that it can stand in any code. */
public final class MagicException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the magic with its percent signs, and why it failed. */
  public MagicException(String magic, Exception cause) {
    super(magic + ": " + reason(cause), cause);
  }

  /** The cell that a magic ran and that failed; null if something else failed. */
  CellException cell() {
    for (Throwable t = getCause(); t != null; t = t.getCause()) {
      if (t instanceof CellException cell) {
        return cell;
      }
    }
    return null;
  }

  private static String reason(Exception cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
