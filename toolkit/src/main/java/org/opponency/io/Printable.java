package org.opponency.io;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a file says of itself, as it may be shown: a terminal would obey some of it. */
public final class Printable {
  private static final int LONGEST = 128;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]");

  private Printable() {}

  /** A name: cut if it is long, and with control characters escaped as in Java. */
  public static String name(String name) {
    return escaped(name.length() > LONGEST ? name.substring(0, LONGEST) + "..." : name);
  }

  /** A message of several lines, with all other control characters escaped. */
  public static String lines(String message) {
    return message.lines().map(Printable::escaped).collect(Collectors.joining("\n"));
  }

  /** A text of one line, with all control characters escaped as in Java. */
  public static String escaped(String text) {
    return CONTROL
        .matcher(text)
        .replaceAll(
            match ->
                "\\\\u" + Integer.toHexString(0x10000 + match.group().codePointAt(0)).substring(1));
  }

  /** The first three of some names, and how many more there are. */
  public static String firstOf(Collection<String> names) {
    return Text.few(names.stream().map(Printable::name).toList());
  }
}
