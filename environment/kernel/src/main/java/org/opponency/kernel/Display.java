package org.opponency.kernel;

/** What a cell can call without an import. */
public final class Display {
  private Display() {}

  /** Shows a value: an image as an image, anything else as text. */
  public static void display(Object value) {
    JavaKernel kernel = JavaKernel.running();
    kernel.display(kernel.getRenderer().render(value == null ? "null" : value));
  }

  /** Shows a value as one or more MIME types, such as {@code "text/html"} for a string of HTML. */
  public static void display(Object value, String... types) {
    JavaKernel kernel = JavaKernel.running();
    kernel.display(kernel.getRenderer().renderAs(value == null ? "null" : value, types));
  }
}
