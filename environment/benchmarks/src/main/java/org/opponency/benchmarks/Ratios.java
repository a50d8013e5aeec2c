package org.opponency.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Prints the ratios of tables just made beside those of the tables that are kept. */
public final class Ratios {
  private Ratios() {}

  /**
   * Takes the folder of kept tables and that of new ones. Ends with 1 where something is slower.
   */
  public static void main(String[] arguments) throws IOException {
    Path kept = Path.of(arguments[0]);
    System.out.println("| benchmark | row | kept | now | |\n|---|---|---|---|---|");
    boolean slower = false;
    for (Path table : tables(Path.of(arguments[1]))) {
      Map<String, Ratio> before = ratios(kept.resolve(table.getFileName()));
      for (var row : ratios(table).entrySet()) {
        Ratio earlier = before.get(row.getKey());
        String since = earlier == null ? "new" : row.getValue().since(earlier);
        slower |= since.contains("slower");
        String name = table.getFileName().toString().replace(".md", "");
        List<Object> cells =
            List.of(name, row.getKey(), earlier == null ? "" : earlier, row.getValue(), since);
        System.out.println(
            "| " + String.join(" | ", cells.stream().map(Object::toString).toList()) + " |");
      }
    }
    System.exit(slower ? 1 : 0);
  }

  private static List<Path> tables(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  /** The ratio of each row, by what stands before its first number in parentheses. */
  private static Map<String, Ratio> ratios(Path table) throws IOException {
    Map<String, Ratio> ratios = new LinkedHashMap<>();
    if (Files.exists(table)) {
      for (String line : Files.readAllLines(table, StandardCharsets.UTF_8)) {
        if (line.contains("±")) {
          String title = line.substring(2, line.indexOf(" | ", 2));
          ratios.put(title, Ratio.last(line));
        }
      }
    }
    return ratios;
  }
}
