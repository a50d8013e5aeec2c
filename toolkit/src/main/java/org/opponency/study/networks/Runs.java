package org.opponency.study.networks;

import static org.opponency.io.Text.format;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many networks of each width a study trains. At width 1 a network is one cell, so that many
 * are needed; the wide ones have cells enough in three.
 *
 * @param each the number of most widths
 * @param others widths that have another number; 0 stands for no retina
 * @param first how many of each width are measured where it takes long
 * @param most the most networks of any kind that are asked for
 */
public record Runs(int each, Map<Integer, Integer> others, int first, int most) {
  /** The paper's: three of each. */
  public static final Runs PAPER = new Runs(3, Map.of(), 3);

  /** Where they count, in half an hour on two cores. */
  static final Runs UNEVEN = new Runs(3, Map.of(1, 8, 2, 6, 4, 4), 3);

  /** The same of photographs, of which there are ten times as many. */
  static final Runs THIN = new Runs(2, Map.of(1, 4, 2, 3), 2);

  static final Runs SMOKE = new Runs(1, Map.of(), 1);

  /** Copies the map and refuses widths without a network. */
  public Runs {
    others = Map.copyOf(others);
    if (each < 1 || first < 1 || others.values().stream().anyMatch(number -> number < 1)) {
      throw new IllegalArgumentException(
          format("Expected at least one run, got %d, %s, first %d", each, others, first));
    }
  }

  Runs(int each, Map<Integer, Integer> others, int first) {
    this(each, others, first, Integer.MAX_VALUE);
  }

  /** As many of each width, all measured. */
  static Runs each(int number) {
    return new Runs(number, Map.of(), number);
  }

  static Runs of(Scale scale) {
    return switch (scale) {
      case SMOKE -> SMOKE;
      case LAPTOP -> UNEVEN;
      case PAPER -> PAPER;
    };
  }

  static Runs ofPhotographs(Scale scale) {
    return scale == Scale.LAPTOP ? THIN : of(scale);
  }

  /** The same with no more than so many of any width. */
  Runs atMost(int number) {
    Map<Integer, Integer> fewer =
        others.entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, entry -> Math.min(number, entry.getValue())));
    return new Runs(Math.min(number, each), fewer, Math.min(number, first), Math.min(number, most));
  }

  /** How many of a width. */
  public int of(int width) {
    return others.getOrDefault(width, each);
  }

  /** Whether the network of a number, counted from 0, is measured where it takes long. */
  public boolean isFirst(int run) {
    return run < first;
  }

  /** What a stamp says of measurements on the first runs alone; empty where these are all. */
  public String firstInWords() {
    boolean all = each <= first && others.values().stream().allMatch(number -> number <= first);
    return all ? "" : format(", first %d runs of a width", first);
  }
}
