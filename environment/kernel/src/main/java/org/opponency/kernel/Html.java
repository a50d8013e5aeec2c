package org.opponency.kernel;

/** Text in HTML. */
final class Html {
  private Html() {}

  /** Text that shows as it is. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
