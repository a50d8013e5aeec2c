package org.opponency.kernel;

import java.util.Arrays;

/** Thrown in a cell to end it; an error, because cells catch exceptions. */
final class Stopped extends Error {
  private static final long serialVersionUID = 1L;

  Stopped() {
    super("stopped by the user");
    setStackTrace(
        Arrays.stream(getStackTrace())
            .dropWhile(frame -> frame.getClassName().equals(StopCheck.class.getName()))
            .toArray(StackTraceElement[]::new));
  }
}
