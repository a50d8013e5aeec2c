package org.opponency.archive;

import static java.util.stream.Collectors.groupingBy;
import static org.opponency.io.Text.format;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.opponency.claims.Evidence;
import org.opponency.claims.Quantity;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.NetworkId;
import org.opponency.io.AtomicFiles;
import org.opponency.io.Csv;
import org.opponency.report.table.ResultTable;
import org.opponency.study.networks.Scale;

/**
 * Every number of every network that the ledger of claims stands on, kept beside it in {@value
 * #FILE}: means, intervals, trends and verdicts can be reckoned again from it alone.
 */
public final class KeptQuantities {
  /** A row for each quantity and network. */
  public static final String FILE = "quantities.csv";

  private KeptQuantities() {}

  /** Writes the numbers of some evidence into a folder of figures. */
  public static void save(Evidence evidence, Path folder) {
    AtomicFiles.write(folder.resolve(FILE), ResultTable.of(evidence.values()).csv());
  }

  /**
   * The evidence that was written.
   *
   * @param scale at which it was measured
   * @throws IllegalArgumentException if the table does not fit; it says where
   */
  static Evidence read(Path folder, Scale scale) {
    Csv csv = Csv.read(folder.resolve(FILE));
    Map<String, List<List<String>>> rows =
        csv.rows().stream()
            .collect(
                groupingBy(
                    row -> row.get(csv.column("quantity")),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Evidence evidence = Evidence.none(scale);
    for (var own : rows.entrySet()) {
      Quantity quantity = quantity(own.getKey());
      List<Measured<Double>> numbers =
          own.getValue().stream().map(row -> measured(csv, row)).toList();
      evidence = evidence.with(quantity, quantity.of(numbers));
    }
    return evidence;
  }

  private static Quantity quantity(String title) {
    return Arrays.stream(Quantity.values())
        .filter(quantity -> quantity.title().equals(title))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    format(
                        "%s has a quantity \"%s\", which this version does not know",
                        FILE, title)));
  }

  private static Measured<Double> measured(Csv csv, List<String> row) {
    try {
      return new Measured<>(
          new NetworkId(
              row.get(csv.column("model")),
              Integer.parseInt(row.get(csv.column("width"))),
              Integer.parseInt(row.get(csv.column("run"))),
              Integer.parseInt(row.get(csv.column("redraws"))),
              Boolean.parseBoolean(row.get(csv.column("dead")))),
          number(row.get(csv.column("value"))));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          format("%s has a row with something else than numbers: %s", csv.source(), row), e);
    }
  }

  /** Tables leave the cell of what is no number empty. */
  static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }
}
