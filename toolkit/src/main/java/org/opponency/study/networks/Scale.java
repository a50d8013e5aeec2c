package org.opponency.study.networks;

import static org.opponency.io.Text.format;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one knob of a study: it changes sizes and data, never the code path. */
public enum Scale {
  /** Every notebook in a few minutes, to see that all of it runs. */
  SMOKE,
  /** The embedded Orchard data and all models on two cores: the default. */
  LAPTOP,
  /** ImageNet and its relatives on GPUs. */
  PAPER;

  /** The environment variable that {@link #fromEnvironment()} reads. */
  public static final String VARIABLE = "OPPONENCY_SCALE";

  /**
   * The scale that {@value #VARIABLE} names, {@link #LAPTOP} where it is unset or blank.
   *
   * @throws IllegalArgumentException if it names none of the three
   */
  public static Scale fromEnvironment() {
    return from(System.getenv());
  }

  static Scale from(Map<String, String> variables) {
    String name = variables.getOrDefault(VARIABLE, "");
    return name.isBlank() ? LAPTOP : of(name);
  }

  /**
   * The scale of a given name, in any case.
   *
   * @throws IllegalArgumentException if there is none; the message names the three
   */
  public static Scale of(String name) {
    return Stream.of(values())
        .filter(scale -> scale.label().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(refusal(name)));
  }

  /** The name as people write it: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String refusal(String name) {
    String known = Stream.of(values()).map(Scale::label).collect(Collectors.joining(", "));
    return format(
        "Expected a scale out of %s, got \"%s\"; set %s to one of them or leave it unset",
        known, name, VARIABLE);
  }
}
