package org.opponency.report.table;

import java.util.ArrayList;
import java.util.List;
import org.opponency.physiology.Passport;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A passport as a table: a row a cell, the columns of each instrument under its name. */
public final class PassportTable {
  private static final String LAYER = "layer";
  private static final String CELL = "cell";

  private PassportTable() {}

  /** All cells of all layers that were measured. */
  public static ResultTable of(Passport passport) {
    StringColumn layers = StringColumn.create(LAYER);
    IntColumn cells = IntColumn.create(CELL);
    for (Passport.Layer layer : passport.layers()) {
      for (int cell : layer.cells()) {
        layers.append(layer.name());
        cells.append(cell);
      }
    }
    List<Column<?>> columns = new ArrayList<>(List.of(layers, cells));
    passport.sheets().forEach(sheet -> columns.addAll(columns(sheet)));
    return ResultTable.of(Table.create("passport", columns));
  }

  /** The columns of one instrument, but for layer and cell. */
  public static <R extends Record> List<Column<?>> columns(Passport.Sheet<R> sheet) {
    List<Column<?>> columns = new ArrayList<>();
    for (Column<?> column :
        RecordColumns.table(sheet.instrument().type(), sheet.rows()).columns()) {
      if (!column.name().equals(LAYER) && !column.name().equals(CELL)) {
        columns.add(column.copy().setName(sheet.instrument().name() + "." + column.name()));
      }
    }
    return columns;
  }
}
