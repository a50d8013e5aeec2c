package org.opponency.report.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opponency.io.Text;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A column as people read it.
 *
 * @param header words, where the column's name is an identifier
 * @param numeric whether its cells stand at the right
 * @param cells a text a row
 */
record ShownColumn(String header, boolean numeric, List<String> cells) {
  private static final String MISSING = "–";
  private static final String PERCENT = " %";
  private static final String LOW = "low";
  private static final String HIGH = "high";

  /** Of the largest number or of 1: below this share of it decimals would show next to nothing. */
  private static final double LEAST_SHARE = 1e-5;

  private static final double LEAST_P = 0.0005;

  /** Columns of p-values, one-sided in both directions. */
  private static final Pattern P = Pattern.compile("p|p[A-Z].*|against|corrected");

  /** Whether there is nothing in it. */
  boolean isEmpty() {
    return !cells.isEmpty() && cells.stream().allMatch(MISSING::equals);
  }

  /** All columns of a table; the two ends of an interval stand together. */
  static List<ShownColumn> of(Table table, Percent percent) {
    var shown = new ArrayList<ShownColumn>();
    for (Column<?> column : table.columns()) {
      String name = column.name();
      String interval = name.substring(0, name.lastIndexOf('.') + 1);
      if (name.equals(interval + HIGH) && table.containsColumn(interval + LOW)) {
        continue;
      }
      shown.add(
          name.equals(interval + LOW) && table.containsColumn(interval + HIGH)
              ? interval(table, interval, percent)
              : of(column, percent));
    }
    return shown;
  }

  /** From where to where the numbers of each column go; not of the ends of intervals. */
  static List<String> ranges(Table table, Percent percent) {
    return table.columns().stream()
        .filter(column -> column instanceof NumericColumn<?> && !isEnd(table, column.name()))
        .flatMap(column -> range((NumericColumn<?>) column, percent).stream())
        .toList();
  }

  private static Optional<String> range(NumericColumn<?> column, Percent percent) {
    List<Integer> rows =
        IntStream.range(0, column.size())
            .filter(row -> !column.isMissing(row))
            .boxed()
            .sorted(Comparator.comparingDouble(column::getDouble))
            .toList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    String format = format(percent, column);
    String least = number(column, rows.get(0), format, percent);
    String most = number(column, rows.get(rows.size() - 1), format, percent);
    return Optional.of(
        words(column.name()) + " " + (least.equals(most) ? least : least + " to " + most));
  }

  private static boolean isEnd(Table table, String name) {
    String interval = name.substring(0, name.lastIndexOf('.') + 1);
    return name.equals(interval + HIGH) && table.containsColumn(interval + LOW)
        || name.equals(interval + LOW) && table.containsColumn(interval + HIGH);
  }

  private static ShownColumn interval(Table table, String name, Percent percent) {
    var low = (NumericColumn<?>) table.column(name + LOW);
    var high = (NumericColumn<?>) table.column(name + HIGH);
    String format = format(percent, low, high);
    var cells = new ArrayList<String>();
    for (int row = 0; row < low.size(); row++) {
      String from = number(low, row, format, percent).replace(PERCENT, "");
      cells.add(low.isMissing(row) ? MISSING : from + " to " + number(high, row, format, percent));
    }
    return new ShownColumn(words(name.substring(0, name.length() - 1)), true, cells);
  }

  private static ShownColumn of(Column<?> column, Percent percent) {
    if (column instanceof NumericColumn<?> numbers) {
      String format = format(percent, numbers);
      return P.matcher(column.name()).matches()
          ? of(column, true, row -> p(numbers, row))
          : of(column, true, row -> number(numbers, row, format, percent));
    }
    return of(column, false, row -> text(column, row));
  }

  private static ShownColumn of(Column<?> column, boolean numeric, IntFunction<String> cell) {
    List<String> cells = IntStream.range(0, column.size()).mapToObj(cell).toList();
    return new ShownColumn(words(column.name()), numeric, cells);
  }

  /** A p-value; what is smaller than its decimals is said to be so. */
  private static String p(NumericColumn<?> column, int row) {
    if (column.isMissing(row)) {
      return MISSING;
    }
    double p = column.getDouble(row);
    return p < LEAST_P ? Text.format("< %.4f", LEAST_P) : Text.format("%.4f", p);
  }

  private static String number(NumericColumn<?> column, int row, String format, Percent percent) {
    if (column.isMissing(row)) {
      return MISSING;
    }
    if (!isFraction(column)) {
      return Text.format("%,d", ((Number) column.get(row)).longValue());
    }
    double value = column.getDouble(row);
    return percent.at(column.name(), row)
        ? Text.format("%.1f" + PERCENT + "%", 100 * value)
        : Text.format(format, value);
  }

  private static String text(Column<?> column, int row) {
    if (column.isMissing(row)) {
      return MISSING;
    }
    if (column instanceof BooleanColumn truths) {
      return truths.get(row) ? "yes" : "no";
    }
    return column.getString(row);
  }

  /** One format for all that is not percent, so that decimal points stand below each other. */
  private static String format(Percent percent, NumericColumn<?>... columns) {
    DoubleSummaryStatistics sizes =
        Stream.of(columns)
            .flatMapToDouble(column -> plain(column, percent))
            .map(Math::abs)
            .filter(size -> Double.isFinite(size) && size > 0)
            .summaryStatistics();
    double largest = sizes.getCount() == 0 ? 0 : sizes.getMax();
    if (largest > 0
        && (largest < 1e-3
            || largest >= 1e7
            || sizes.getMin() < LEAST_SHARE * Math.max(1, largest))) {
      return "%.2e";
    }
    // Four significant digits of the largest value.
    int digitsBefore = largest == 0 ? 1 : (int) Math.floor(Math.log10(largest)) + 1;
    return "%,." + Math.max(0, Math.min(6, 4 - digitsBefore)) + "f";
  }

  private static DoubleStream plain(NumericColumn<?> column, Percent percent) {
    return IntStream.range(0, column.size())
        .filter(row -> !percent.at(column.name(), row))
        .mapToDouble(column::getDouble);
  }

  private static boolean isFraction(NumericColumn<?> column) {
    String type = column.type().name();
    return type.equals("DOUBLE") || type.equals("FLOAT");
  }

  /** {@code run.meanAccuracy} is "run mean accuracy". */
  private static String words(String name) {
    return name.replace('.', ' ')
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }
}
