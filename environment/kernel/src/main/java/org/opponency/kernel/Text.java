package org.opponency.kernel;

import java.util.Locale;

/** Texts with numbers in them: the same digits on every machine, whatever its language. */
final class Text {
  private Text() {}

  /** As {@link String#format}, with the digits 0 to 9 and a point in every locale. */
  static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
