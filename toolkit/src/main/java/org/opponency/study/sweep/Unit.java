package org.opponency.study.sweep;

import static org.opponency.io.Text.format;

import java.util.List;
import java.util.function.Consumer;
import org.opponency.study.Study;

/**
 * A piece of a study's work that can be done anywhere, stopped at any time and done again. What it
 * computes is kept by the study, so doing it a second time reads back.
 *
 * @param number its place in the sweep, from 0
 * @param name such as {@code train width 4, run 1}
 * @param needs numbers of the units whose results it starts from; smaller than its own
 * @param work what is done
 */
public record Unit(int number, String name, List<Integer> needs, Consumer<Study> work) {
  /** Copies the list and refuses needs that do not come before. */
  public Unit {
    needs = List.copyOf(needs);
    if (needs.stream().anyMatch(need -> need >= number)) {
      throw new IllegalArgumentException(
          format("Expected unit %d to need units before it, got %s", number, needs));
    }
  }

  /** How messages call it. */
  String title() {
    return format("unit %d (%s)", number, name);
  }
}
