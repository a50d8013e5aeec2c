package org.opponency.kernel;

import static org.opponency.kernel.Text.format;

/** Colours for terminals, of those few that every theme shows readable on its own background. */
final class Ansi {
  private Ansi() {}

  /** What went wrong. */
  static String error(String text) {
    return paint("1;31", text);
  }

  /** Where it went wrong. */
  static String place(String text) {
    return paint("36", text);
  }

  /** Each line by itself: front ends forget a colour at the end of a line. */
  private static String paint(String colour, String text) {
    return format(
        "\u001b[%sm%s\u001b[0m", colour, text.replace("\n", "\u001b[0m\n\u001b[" + colour + "m"));
  }
}
