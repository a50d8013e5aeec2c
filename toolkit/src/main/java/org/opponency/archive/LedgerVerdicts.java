package org.opponency.archive;

import java.util.List;
import java.util.Locale;
import org.opponency.io.Csv;

/** The verdicts in a line of the ledger's table: one for each kind of evidence that there is. */
final class LedgerVerdicts {
  private LedgerVerdicts() {}

  /** Those that are there, in the order of their columns. */
  static List<String> of(Csv ledger, List<String> row) {
    return ledger.columns().stream()
        .filter(column -> column.toLowerCase(Locale.ROOT).endsWith("verdict"))
        .map(column -> row.get(ledger.column(column)))
        .filter(verdict -> !verdict.isEmpty())
        .toList();
  }
}
