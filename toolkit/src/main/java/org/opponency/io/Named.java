package org.opponency.io;

import static org.opponency.io.Text.format;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Things that people name: in a command, a variable or a file. */
public final class Named {
  private Named() {}

  /**
   * The one of a name; spaces around it do not count.
   *
   * @param what they are, such as {@code a mode}, for the message
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static <T> T find(
      String what, Collection<T> all, Function<T, String> naming, String name) {
    List<String> names = all.stream().map(naming).toList();
    return all.stream()
        .filter(each -> naming.apply(each).equals(name.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    format(
                        "Expected %s out of %s, got \"%s\"",
                        what, String.join(", ", names), name)));
  }
}
