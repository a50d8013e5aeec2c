package org.opponency.evaluation;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.opponency.io.Csv;

/** The tables that {@code environment/golden/behaviour.py} wrote. */
final class Golden {
  private Golden() {}

  static Csv table(String name) {
    var in = Golden.class.getResourceAsStream("golden/" + name);
    return Csv.read(name, new InputStreamReader(in, StandardCharsets.UTF_8));
  }
}
