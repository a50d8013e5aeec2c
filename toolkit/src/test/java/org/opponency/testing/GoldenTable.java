package org.opponency.testing;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.opponency.io.Csv;

/**
 * A golden CSV of numbers among the test resources.
 *
 * @param rows as they stand
 */
public record GoldenTable(double[][] rows) {
  public static GoldenTable of(String resource) {
    var in = GoldenTable.class.getResourceAsStream(resource);
    Csv csv = Csv.read(resource, new InputStreamReader(in, StandardCharsets.UTF_8));
    return new GoldenTable(
        csv.rows().stream()
            .map(row -> row.stream().mapToDouble(Double::parseDouble).toArray())
            .toArray(double[][]::new));
  }
}
