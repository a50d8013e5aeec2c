package org.opponency.io;

import static org.opponency.io.Text.format;

/**
 * Texts with numbers in them: the same digits and signs on every machine, whatever its language.
 */
public final class Text {
  private Text() {}

  /** As {@link String#format}, with the digits 0 to 9, a point and commas in every locale. */
  public static String format(String pattern, Object... values) {
    return format(pattern, values);
  }
}
