package org.opponency.report.table;

import static org.opponency.io.Text.format;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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

  /** Whether records, or what was measured, are of one type that has columns. */
  static boolean fit(List<?> rows) {
    Class<?> type = rows.get(0).getClass();
    if (!rows.stream().allMatch(type::isInstance)) {
      return false;
    }
    return rows.get(0) instanceof Measured<?>
        ? fit(rows.stream().map(row -> (Object) ((Measured<?>) row).value()).toList())
        : fits(type, Set.of());
  }

  private static boolean fits(Class<?> type, Set<Class<?>> around) {
    if (!type.isRecord()) {
      return type == ShownAs.class || Kind.of(type).isPresent();
    }
    Set<Class<?>> within = new HashSet<>(around);
    return within.add(type) // a record may hold others of its own type
        && Stream.of(type.getRecordComponents()).allMatch(part -> fits(part.getType(), within));
  }

  private static Column<?> column(String name, Class<?> type, List<Object> values) {
    return Kind.of(type)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    format(
                        "Expected numbers, truth values, strings, enums or records, got component \"%s\" of type %s",
                        name, type.getSimpleName())))
        .column(name, values);
  }

  /**
   * How values of a type become a column.
   *
   * @param create the empty column of a name
   * @param cell what stands in it for a value
   */
  private record Kind(Function<String, Column<?>> create, Function<Object, Object> cell) {
    static Optional<Kind> of(Class<?> type) {
      return Optional.ofNullable(orNull(type));
    }

    private static Kind orNull(Class<?> type) {
      if (type == int.class || type == Integer.class) {
        return new Kind(IntColumn::create, v -> v);
      } else if (type == long.class || type == Long.class) {
        return new Kind(LongColumn::create, v -> v);
      } else if (type == double.class || type == Double.class) {
        return new Kind(DoubleColumn::create, v -> v);
      } else if (type == float.class || type == Float.class) {
        return new Kind(DoubleColumn::create, v -> ((Float) v).doubleValue());
      } else if (type == boolean.class || type == Boolean.class) {
        return new Kind(BooleanColumn::create, v -> v);
      } else if (type == String.class || type.isEnum()) {
        return new Kind(StringColumn::create, Object::toString);
      } else if (type == long[].class) {
        return new Kind(StringColumn::create, v -> shape(Arrays.stream((long[]) v)));
      } else if (type == int[].class) {
        return new Kind(StringColumn::create, v -> shape(Arrays.stream((int[]) v).asLongStream()));
      } else if (type == double[].class) {
        return new Kind(StringColumn::create, v -> curve((double[]) v));
      }
      return null;
    }

    Column<?> column(String name, List<Object> values) {
      Column<?> column = create.apply(name);
      for (Object value : values) {
        if (value == null) {
          column.appendMissing();
        } else {
          column.appendObj(cell.apply(value));
        }
      }
      return column;
    }
  }

  private static String shape(LongStream sizes) {
    return sizes.mapToObj(Long::toString).collect(Collectors.joining(" × "));
  }

  private static String curve(double[] values) {
    return DoubleStream.of(values)
        .mapToObj(value -> Float.toString((float) value))
        .collect(Collectors.joining(" "));
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
