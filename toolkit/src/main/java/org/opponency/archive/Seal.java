package org.opponency.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opponency.io.Sha256;

/**
 * A digest that stands in the text that it is of: the SHA-256 of the text with 64 zeros in its
 * place. It tells accidents, not forgers, who can seal anew.
 */
final class Seal {
  /** What stands where the seal will be. */
  static final String OPEN = "0".repeat(64);

  private static final Pattern PLACE = Pattern.compile("\"sha256\": \"([0-9a-f]{64})\"");

  private Seal() {}

  /** Puts the seal into the first of the open places. */
  static String on(String text) {
    return text.replaceFirst(OPEN, Sha256.ofBytes(text.getBytes(UTF_8)));
  }

  /** Whether a sealed text is to the byte what it was. */
  static boolean holds(byte[] text) {
    String bytes = new String(text, ISO_8859_1); // any byte is a character, and itself again
    Matcher place = PLACE.matcher(bytes);
    return place.find()
        && Sha256.ofBytes(
                (bytes.substring(0, place.start(1)) + OPEN + bytes.substring(place.end(1)))
                    .getBytes(ISO_8859_1))
            .equals(place.group(1));
  }
}
