package io.github.spencerpark.ijava.runtime;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;

/** Shows values. */
public final class Display {
  private Display() {}

  /** What a notebook shows of a value; as the last line of a cell it is shown as it is. */
  public static DisplayData render(Object value) {
    return Kernel.getKernelInstance().render(value);
  }

  /** The same as some MIME types, such as {@code "text/html"} for a string of HTML. */
  public static DisplayData render(Object value, String... types) {
    return Kernel.getKernelInstance().render(value, types);
  }

  /** Shows a value and gives a name for {@link #updateDisplay(String, Object)}. */
  public static String display(Object value) {
    return Kernel.getKernelInstance().show(render(value));
  }

  /** The same as some MIME types. */
  public static String display(Object value, String... types) {
    return Kernel.getKernelInstance().show(render(value, types));
  }

  /** Shows a value in the place of what was displayed under a name. */
  public static void updateDisplay(String id, Object value) {
    Kernel.getKernelInstance().updateDisplay(id, render(value));
  }

  /** The same as some MIME types. */
  public static void updateDisplay(String id, Object value, String... types) {
    Kernel.getKernelInstance().updateDisplay(id, render(value, types));
  }
}
