package org.opponency.archive;

import static org.opponency.io.Text.format;

import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import org.opponency.io.Csv;

/**
 * Rows of a table whose cells are numbers, or truth values as 0 and 1.
 *
 * @param table which
 * @param rows some of its rows
 */
record TableRows(Csv table, List<List<String>> rows) {
  void add(List<String> row) {
    rows.add(row);
  }

  double mean(String column) {
    return numbers(column).average().orElse(Double.NaN);
  }

  /** The mean over the rows that have a number. */
  double known(String column) {
    return numbers(column).filter(Double::isFinite).average().orElse(Double.NaN);
  }

  TableRows above(String column, double bound) {
    return where(column, number -> number > bound);
  }

  TableRows at(String column, double value) {
    return where(column, number -> number == value);
  }

  private TableRows where(String column, DoublePredicate wanted) {
    int place = table.column(column);
    return new TableRows(
        table, rows.stream().filter(row -> wanted.test(number(column, row.get(place)))).toList());
  }

  private DoubleStream numbers(String column) {
    int place = table.column(column);
    return rows.stream().mapToDouble(row -> number(column, row.get(place)));
  }

  /** Tables leave the cell of what is no number empty. */
  static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }

  private double number(String column, String cell) {
    try {
      return switch (cell) {
        case "true" -> 1;
        case "false" -> 0;
        default -> number(cell);
      };
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          format("Expected numbers in column %s of %s, got \"%s\"", column, table.source(), cell),
          e);
    }
  }
}
