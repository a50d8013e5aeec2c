package org.opponency.report.table;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Shown columns as aligned text. */
final class TextTable {
  private TextTable() {}

  static String of(List<ShownColumn> columns) {
    int rows = columns.isEmpty() ? 0 : columns.get(0).cells().size();
    var lines = IntStream.range(0, rows + 2).mapToObj(line -> line(columns, line));
    return lines.collect(Collectors.joining("\n", "", "\n"));
  }

  /** Line 0 is the header, line 1 the rule below it. */
  private static String line(List<ShownColumn> columns, int line) {
    return columns.stream()
        .map(
            column -> {
              int width = width(column);
              return switch (line) {
                case 0 -> pad(column, column.header(), width);
                case 1 -> "-".repeat(width);
                default -> pad(column, column.cells().get(line - 2), width);
              };
            })
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  private static int width(ShownColumn column) {
    int widest = column.cells().stream().mapToInt(String::length).max().orElse(0);
    return Math.max(widest, column.header().length());
  }

  private static String pad(ShownColumn column, String text, int width) {
    String space = " ".repeat(width - text.length());
    return column.numeric() ? space + text : text + space;
  }
}
