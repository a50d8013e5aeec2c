package org.opponency.io;

/**
 * Something that is known, as a row of a list.
 *
 * @param what it is about
 * @param value in words
 */
public record Fact(String what, String value) {
  /** One whose value is a pattern of {@link Text#format}. */
  public static Fact of(String what, String pattern, Object... values) {
    return new Fact(what, Text.format(pattern, values));
  }
}
