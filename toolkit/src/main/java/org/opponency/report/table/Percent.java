package org.opponency.report.table;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.opponency.io.Fraction;
import org.opponency.io.ShownAs;

/**
 * Which numbers of a table are shown as percent.
 *
 * @param columns those that are {@linkplain Fraction marked}
 * @param rows for each row, whether it {@linkplain ShownAs says so} of its numbers; empty where the
 *     type of record does not say
 */
record Percent(Set<String> columns, List<Boolean> rows) {
  /** Of a table that says nothing of its numbers. */
  static final Percent NONE = new Percent(Set.of(), List.of());

  /** Of records of one type. */
  static Percent of(Class<?> type, List<?> records) {
    var columns = new LinkedHashSet<String>();
    add(columns, "", type, false);
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getType() == ShownAs.class) {
        return new Percent(columns, rows(component, records));
      }
    }
    return new Percent(columns, List.of());
  }

  private static List<Boolean> rows(RecordComponent component, List<?> records) {
    return records.stream()
        .map(record -> RecordColumns.value(component, record) == ShownAs.PERCENT)
        .toList();
  }

  private static void add(Set<String> names, String prefix, Class<?> type, boolean all) {
    for (RecordComponent component : type.getRecordComponents()) {
      boolean fraction = all || component.isAnnotationPresent(Fraction.class);
      String name = prefix + component.getName();
      if (component.getType().isRecord()) {
        add(names, name + ".", component.getType(), fraction);
      } else if (fraction) {
        names.add(name);
      }
    }
  }

  /** Whether a number is. */
  boolean at(String column, int row) {
    return columns.contains(column) || !rows.isEmpty() && rows.get(row);
  }
}
