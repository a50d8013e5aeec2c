package org.opponency.io;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Texts with numbers in them: the same digits and signs on every machine, whatever its language.
 */
public final class Text {
  private static final int FEW = 3;

  private Text() {}

  /** As {@link String#format}, with the digits 0 to 9, a point and commas in every locale. */
  public static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  /** The first three of some names, and how many more there are. */
  public static String few(List<?> names) {
    String first = names.stream().limit(FEW).map(String::valueOf).collect(Collectors.joining(", "));
    return names.size() <= FEW ? first : first + format(" and %d more", names.size() - FEW);
  }
}
