package org.opponency.report.table;

import static org.opponency.io.Text.format;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.opponency.evaluation.Measured;
import org.opponency.io.Fraction;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvWriteOptions;

/**
 * Records as a table: a row each, a column for each component. The only converter there is.
 *
 * <p>Fractions stay fractions in the {@linkplain #table() data}; those that are marked as {@link
 * Fraction} are only <em>shown</em> as percent, and the {@code low} and {@code high} end of an
 * interval in one column.
 */
public final class ResultTable {
  private final Table table;
  private final Percent percent;

  private ResultTable(Table table, Percent percent) {
    this.table = table;
    this.percent = percent;
  }

  /**
   * A row for each record. Whole numbers, fractions, truth values, strings and enums become columns
   * of their type, arrays of whole numbers text such as {@code 4 × 32 × 32}, curves text such as
   * {@code 0.25 0.5}, the components of records inside records columns named {@code outer.inner}.
   * What was {@link Measured} has the columns of its network and of the value.
   *
   * @throws IllegalArgumentException if the list is empty (then {@link #of(Class, List)} is the one
   *     to call), its records are not all of one type, or a component has no column type
   */
  public static <R extends Record> ResultTable of(List<R> rows) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected at least one record, got none; ResultTable.of(Type.class, rows) takes empty"
              + " lists");
    }
    @SuppressWarnings("unchecked") // getClass() of an R is a Class<? extends R>
    var type = (Class<R>) rows.get(0).getClass();
    if (rows.get(0) instanceof Measured<?> first) {
      List<Measured<?>> measured = new ArrayList<>();
      rows.forEach(row -> measured.add((Measured<?>) row));
      return measuredAs(first.value().getClass(), measured);
    }
    return of(type, rows);
  }

  /** Whether {@link #of(List)} takes these records. */
  public static boolean canHold(List<? extends Record> rows) {
    return !rows.isEmpty() && RecordColumns.fit(rows);
  }

  /** As {@link #of(List)} of what was measured on networks, for lists that may be empty. */
  public static <R extends Record> ResultTable measured(Class<R> type, List<Measured<R>> rows) {
    return measuredAs(type, rows);
  }

  private static ResultTable measuredAs(Class<?> type, List<? extends Measured<?>> rows) {
    List<?> values = rows.stream().map(Measured::value).toList();
    Percent percent = type.isRecord() ? Percent.of(type, values) : Percent.NONE;
    return new ResultTable(RecordColumns.measured(type, rows), percent);
  }

  /**
   * As {@link #of(List)}, for lists that may be empty.
   *
   * @throws IllegalArgumentException if a component has no column type
   */
  public static <R extends Record> ResultTable of(Class<R> type, List<R> rows) {
    return new ResultTable(RecordColumns.table(type, rows), Percent.of(type, rows));
  }

  /** A table that came about otherwise, such as a summary of one made here. */
  public static ResultTable of(Table table) {
    return new ResultTable(table, Percent.NONE);
  }

  /**
   * The same without some columns.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  public ResultTable without(String... columns) {
    Stream.of(columns).forEach(this::requireColumn);
    return new ResultTable(table.rejectColumns(columns), percent);
  }

  /**
   * Our rows and those of others, of the same columns, with one more that says whose a row is.
   *
   * @param whose the others are; ours are {@code ours}
   */
  public ResultTable beside(String whose, ResultTable others) {
    Table both = from("ours", table).append(from(whose, others.table));
    List<Boolean> rows = new ArrayList<>(percent.rows());
    rows.addAll(others.percent.rows());
    return new ResultTable(both, new Percent(percent.columns(), rows));
  }

  private static Table from(String source, Table table) {
    List<String> sources = Collections.nCopies(table.rowCount(), source);
    return table.copy().insertColumn(0, StringColumn.create("source", sources));
  }

  private void requireColumn(String column) {
    if (!table.containsColumn(column)) {
      throw new IllegalArgumentException(
          format("Expected one of the columns %s, got \"%s\"", table.columnNames(), column));
    }
  }

  /** The data. */
  public Table table() {
    return table;
  }

  /** An HTML table, tidy in any notebook. */
  public String html() {
    return HtmlTable.of(shown());
  }

  /** An aligned text table. */
  public String text() {
    return TextTable.of(shown());
  }

  /** How many rows, and from where to where the numbers of each column go, in one line. */
  public String ranges() {
    String rows = format("%d row%s", table.rowCount(), table.rowCount() == 1 ? "" : "s");
    List<String> ranges = ShownColumn.ranges(table, percent);
    return ranges.isEmpty() ? rows : rows + ", " + String.join(", ", ranges);
  }

  /** The data with a header line, comma-separated; fractions in full. */
  public String csv() {
    var text = new StringWriter();
    table.write().csv(CsvWriteOptions.builder(text).lineEnd("\n").build());
    return text.toString();
  }

  @Override
  public String toString() {
    return text();
  }

  /**
   * What has something to show. A network's name says its width and run, which then need no columns
   * of their own.
   */
  private List<ShownColumn> shown() {
    List<ShownColumn> columns =
        ShownColumn.of(table, percent).stream().filter(column -> !column.isEmpty()).toList();
    if (!table.containsColumn("model")) {
      return columns;
    }
    return columns.stream()
        .filter(column -> !column.header().equals("width") && !column.header().equals("run"))
        .toList();
  }
}
