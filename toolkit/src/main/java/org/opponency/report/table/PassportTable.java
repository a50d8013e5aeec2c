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

  /** All cells of all layers. */
  public static ResultTable of(Passport passport) {
    StringColumn layers = StringColumn.create(LAYER);
    IntColumn cells = IntColumn.create(CELL);
    for (int place = 0; place < passport.layers().size(); place++) {
      for (int cell = 0; cell < passport.cells().get(place); cell++) {
        layers.append(passport.layers().get(place));
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
