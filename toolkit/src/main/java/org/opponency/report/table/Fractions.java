package org.opponency.report.table;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.Set;
import org.opponency.io.Fraction;

/** The columns of a type of record that are fractions. */
final class Fractions {
  private Fractions() {}

  /** Names of the columns, as {@link RecordColumns} gives them. */
  static Set<String> of(Class<?> type) {
    var names = new LinkedHashSet<String>();
    add(names, "", type, false);
    return names;
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
}
