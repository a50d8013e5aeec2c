package org.opponency.report.table;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.opponency.io.Text;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
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

  /** Of the largest number or of 1: below this share of it decimals would show next to nothing. */
  private static final double LEAST_SHARE = 1e-5;

  static ShownColumn of(Column<?> column, boolean percent) {
    var cells = new ArrayList<String>();
    if (column instanceof NumericColumn<?> numbers) {
      String format = format(numbers, percent);
      for (int row = 0; row < numbers.size(); row++) {
        cells.add(number(numbers, row, format, percent));
      }
    } else {
      for (int row = 0; row < column.size(); row++) {
        cells.add(text(column, row));
      }
    }
    return new ShownColumn(words(column.name()), column instanceof NumericColumn, cells);
  }

  private static String number(NumericColumn<?> column, int row, String format, boolean percent) {
    if (column.isMissing(row)) {
      return MISSING;
    }
    if (!isFraction(column)) {
      return Text.format(format, ((Number) column.get(row)).longValue());
    }
    double value = column.getDouble(row);
    return Text.format(format, percent ? 100 * value : value);
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

  /** One format for the whole column, so that decimal points stand below each other. */
  private static String format(NumericColumn<?> column, boolean percent) {
    if (!isFraction(column)) {
      return "%,d";
    }
    if (percent) {
      return "%.1f %%";
    }
    DoubleSummaryStatistics sizes =
        IntStream.range(0, column.size())
            .mapToDouble(column::getDouble)
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
