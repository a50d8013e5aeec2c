package org.opponency.kernel;

import static org.opponency.kernel.Text.format;

import java.io.File;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the environment sets, under JJava's names or IJava's: {@code JJAVA_CLASSPATH} or {@code
 * IJAVA_CLASSPATH} and so on.
 *
 * @param classpath paths and globs of jars and folders
 * @param compilerOptions options of {@code javac}
 * @param timeLimit for each statement of a cell, or null
 * @param startupFiles paths and globs of scripts that run before the first cell
 * @param startupScript code that runs after these; may be empty
 */
record Settings(
    List<String> classpath,
    List<String> compilerOptions,
    Duration timeLimit,
    List<String> startupFiles,
    String startupScript) {
  private static final Pattern LIMIT = Pattern.compile("(-?\\d{1,15})\\s*([A-Za-z]*)");

  /** Reads environment variables; an empty one counts as none. */
  static Settings of(UnaryOperator<String> environment) {
    return new Settings(
        list(value(environment, "CLASSPATH"), File.pathSeparator),
        list(value(environment, "COMPILER_OPTS"), "\\s+"),
        limit(value(environment, "TIMEOUT")),
        list(value(environment, "STARTUP_SCRIPTS_PATH"), File.pathSeparator),
        value(environment, "STARTUP_SCRIPT"));
  }

  private static String value(UnaryOperator<String> environment, String name) {
    String jjava = environment.apply("JJAVA_" + name);
    String value = jjava == null || jjava.isBlank() ? environment.apply("IJAVA_" + name) : jjava;
    return value == null ? "" : value.strip();
  }

  private static List<String> list(String value, String separator) {
    return Arrays.stream(value.split(separator)).filter(entry -> !entry.isBlank()).toList();
  }

  private static Duration limit(String value) {
    if (value.isEmpty()) {
      return null;
    }
    Matcher matcher = LIMIT.matcher(value);
    if (!matcher.matches()) {
      throw unknownLimit(value);
    }
    long amount = Long.parseLong(matcher.group(1));
    return amount < 1 ? null : Duration.of(amount, unit(value, matcher.group(2)).toChronoUnit());
  }

  private static TimeUnit unit(String value, String name) {
    try {
      return name.isEmpty()
          ? TimeUnit.MILLISECONDS
          : TimeUnit.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw unknownLimit(value);
    }
  }

  private static IllegalArgumentException unknownLimit(String value) {
    return new IllegalArgumentException(
        "JJAVA_TIMEOUT or IJAVA_TIMEOUT: expected milliseconds or a number and a unit, such as"
            + format(" \"30 SECONDS\", got \"%s\"", value));
  }
}
