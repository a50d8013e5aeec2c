package org.opponency.report.table;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.opponency.io.Fraction;
import org.opponency.io.InUnits;

/** The units of a table's columns, as its records tell them. */
public final class Units {
  private final Map<String, String> units = new LinkedHashMap<>();

  /** Of the columns of records of a type. */
  public Units(Class<?> type) {
    add("", type);
  }

  private void add(String prefix, Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name = prefix + component.getName();
      if (component.getType().isRecord()) {
        add(name + ".", component.getType());
      } else if (component.isAnnotationPresent(InUnits.class)) {
        units.put(name, component.getAnnotation(InUnits.class).value());
      } else if (component.isAnnotationPresent(Fraction.class)) {
        units.put(name, "share");
      }
    }
  }

  /** The unit of a column; empty where it has none. */
  public String of(String column) {
    return units.getOrDefault(column, "");
  }
}
