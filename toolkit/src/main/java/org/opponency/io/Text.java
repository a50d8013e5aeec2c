package org.opponency.io;

import java.util.Locale;

/**
 * Texts with numbers in them: the same digits and signs on every machine, whatever its language.
 */
public final class Text {
  private Text() {}

  /** As {@link String#format}, with the digits 0 to 9, a point and commas in every locale. */
  public static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
