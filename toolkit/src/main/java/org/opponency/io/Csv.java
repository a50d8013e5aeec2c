package org.opponency.io;

import static org.opponency.io.Text.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comma-separated values: a line of column names, then a row a line. Cells may stand in double
 * quotes; lines that begin with {@code #} are left out.
 *
 * @param source where they come from, for messages
 * @param columns their names
 * @param rows of as many cells each
 */
public record Csv(String source, List<String> columns, List<List<String>> rows) {
  /** What some spreadsheets put before a text. */
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private static final Pattern CELL = Pattern.compile("(?:\"((?:[^\"]|\"\")*+)\"|([^,\"]*))(,|$)");

  /**
   * Reads a file in UTF-8.
   *
   * @throws UncheckedIOException if it cannot be read; it says why
   * @throws IllegalArgumentException if a line does not fit; it names the file and the line
   */
  public static Csv read(Path file) {
    try {
      return read(file.toString(), Files.newBufferedReader(file));
    } catch (IOException e) {
      throw new UncheckedIOException(format("Cannot read %s: %s", file, Reason.of(e)), e);
    }
  }

  /** Reads a table that the toolkit carries in its own jar, beside a class. */
  public static Csv beside(Class<?> reader, String name) {
    return read(name, new StringReader(Resource.text(reader, name)));
  }

  /**
   * Reads all of it.
   *
   * @throws IllegalArgumentException if a line does not fit; it names the source and the line
   */
  public static Csv read(String source, Reader reader) {
    try (var lines = new BufferedReader(reader)) {
      List<List<String>> all = new ArrayList<>();
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (number == 1 && line.startsWith(BYTE_ORDER_MARK)) {
          line = line.substring(1);
        }
        if (!line.isBlank() && !line.startsWith("#")) {
          all.add(cells(source, number, line, all));
        }
      }
      if (all.isEmpty()) {
        throw new IllegalArgumentException(
            source + " is empty; expected a line of column names and rows below it");
      }
      return new Csv(source, all.get(0), all.subList(1, all.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(format("Cannot read %s: %s", source, Reason.of(e)), e);
    }
  }

  private static List<String> cells(
      String source, int number, String line, List<List<String>> above) {
    List<String> cells = new ArrayList<>();
    Matcher cell = CELL.matcher(line);
    int end = 0;
    boolean more = true;
    while (more && cell.find(end) && cell.start() == end) {
      cells.add(cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\""));
      end = cell.end();
      more = cell.group(3).equals(",");
    }
    int expected = above.isEmpty() ? cells.size() : above.get(0).size();
    if (more || end != line.length() || cells.size() != expected) {
      throw new IllegalArgumentException(
          format(
              "Line %d of %s does not fit: expected %d cells separated by commas, got \"%s\"",
              number, source, expected, line));
    }
    return cells;
  }

  /**
   * Where the first of some columns stands.
   *
   * @throws IllegalArgumentException if there is none of them
   */
  public int column(String... names) {
    return find(names)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    format(
                        "%s has the columns %s; expected one named %s",
                        source, columns, String.join(" or ", names))));
  }

  /** Where the first of some columns stands, if there is one. */
  public Optional<Integer> find(String... names) {
    return List.of(names).stream().filter(columns::contains).map(columns::indexOf).findFirst();
  }
}
