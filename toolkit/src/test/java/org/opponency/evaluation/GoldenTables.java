package org.opponency.evaluation;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.opponency.io.Csv;

/** The tables that {@code environment/golden/behaviour.py} wrote. */
final class GoldenTables {
  private GoldenTables() {}

  static Csv table(String name) {
    var in = GoldenTables.class.getResourceAsStream("golden/" + name);
    return Csv.read(name, new InputStreamReader(in, StandardCharsets.UTF_8));
  }
}
