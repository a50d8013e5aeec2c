package org.opponency.archive;

import java.nio.file.Path;
import org.opponency.claims.Evidence;
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
    return Evidence.kept(Csv.read(folder.resolve(FILE)), scale);
  }

  /** Tables leave the cell of what is no number empty. */
  static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }
}
