package org.opponency.report.table;

import static org.opponency.io.Text.format;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.NetworkId;
import org.opponency.io.ShownAs;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Record components as Tablesaw columns. */
final class RecordColumns {
  private RecordColumns() {}

  static <R extends Record> Table table(Class<R> type, List<R> rows) {
    requireOneType(type, rows);
    var columns = new ArrayList<Column<?>>();
    addColumns(columns, "", type, rows);
    return Table.create(type.getSimpleName(), columns);
  }

  /** The columns of the networks, then those of what was measured on them. */
  static Table measured(Class<?> type, List<? extends Measured<?>> rows) {
    List<?> values = rows.stream().map(Measured::value).toList();
    requireOneType(type, values);
    var columns = new ArrayList<Column<?>>();
    addColumns(columns, "", NetworkId.class, rows.stream().map(Measured::network).toList());
    if (type.isRecord()) {
      addColumns(columns, "", type, values);
    } else {
      columns.add(column("value", type, new ArrayList<>(values)));
    }
    return Table.create(type.getSimpleName(), columns);
  }

  private static void requireOneType(Class<?> type, List<?> rows) {
    for (Object row : rows) {
      if (row.getClass() != type) {
        throw new IllegalArgumentException(
            format(
                "Expected records of one type, %s, got a %s",
                type.getSimpleName(), row.getClass().getSimpleName()));
      }
    }
  }

  private static void addColumns(
      List<Column<?>> columns, String prefix, Class<?> type, List<?> records) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name = prefix + component.getName();
      var values = new ArrayList<Object>();
      for (Object record : records) {
        values.add(record == null ? null : value(component, record));
      }
      if (component.getType().isRecord()) {
        addColumns(columns, name + ".", component.getType(), values);
      } else if (component.getType() != ShownAs.class) {
        columns.add(column(name, component.getType(), values));
      }
    }
  }

  private static Column<?> column(String name, Class<?> type, List<Object> values) {
    if (type == int.class || type == Integer.class) {
      return filled(IntColumn.create(name), values, v -> v);
    } else if (type == long.class || type == Long.class) {
      return filled(LongColumn.create(name), values, v -> v);
    } else if (type == double.class || type == Double.class) {
      return filled(DoubleColumn.create(name), values, v -> v);
    } else if (type == float.class || type == Float.class) {
      return filled(DoubleColumn.create(name), values, v -> ((Float) v).doubleValue());
    } else if (type == boolean.class || type == Boolean.class) {
      return filled(BooleanColumn.create(name), values, v -> v);
    } else if (type == String.class || type.isEnum()) {
      return filled(StringColumn.create(name), values, Object::toString);
    } else if (type == long[].class) {
      return filled(StringColumn.create(name), values, v -> shape(Arrays.stream((long[]) v)));
    } else if (type == int[].class) {
      return filled(
          StringColumn.create(name), values, v -> shape(Arrays.stream((int[]) v).asLongStream()));
    }
    throw new IllegalArgumentException(
        format(
            "Expected numbers, truth values, strings, enums or records, got component \"%s\" of type %s",
            name, type.getSimpleName()));
  }

  private static Column<?> filled(
      Column<?> column, List<Object> values, Function<Object, Object> conversion) {
    for (Object value : values) {
      if (value == null) {
        column.appendMissing();
      } else {
        column.appendObj(conversion.apply(value));
      }
    }
    return column;
  }

  private static String shape(LongStream sizes) {
    return sizes.mapToObj(Long::toString).collect(Collectors.joining(" × "));
  }

  static Object value(RecordComponent component, Object record) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true); // records of a notebook cell or a test need not be public
      return accessor.invoke(record);
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException("Cannot read component " + component, e);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException("Component " + component + " throws", e.getCause());
    }
  }
}
