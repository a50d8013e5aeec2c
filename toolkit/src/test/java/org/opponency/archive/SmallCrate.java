package org.opponency.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opponency.claims.ClaimRow;
import org.opponency.claims.Claims;
import org.opponency.claims.Evidence;
import org.opponency.report.Examples;
import org.opponency.report.Examples.RunAccuracy;
import org.opponency.report.Figure;
import org.opponency.report.Figures;
import org.opponency.report.table.ResultTable;
import org.opponency.study.networks.Scale;
import org.opponency.study.results.AccuracyResults;

/** A folder with one figure, its numbers and its ledger. */
final class SmallCrate {
  static final AccuracyResults ACCURACY = Examples.accuracy(Scale.LAPTOP, runs());
  static final Evidence EVIDENCE = Evidence.of(ACCURACY);

  private static final Figure FIGURE = Figures.accuracy(ACCURACY);
  private static final String LEDGER =
      ResultTable.of(
              ClaimRow.class, Claims.ledger(EVIDENCE, Evidence.photographs(Path.of("nowhere"))))
          .csv();

  private SmallCrate() {}

  private static List<RunAccuracy> runs() {
    List<RunAccuracy> runs = new ArrayList<>();
    for (int width : new int[] {0, 1, 2, 4, 8, 16, 32}) {
      for (int run = 0; run < 3; run++) {
        runs.add(new RunAccuracy(width, run, 0.6 + 0.01 * run + 0.002 * width, false));
      }
    }
    return runs;
  }

  /** Writes it. */
  static Path in(Path folder) throws IOException {
    FIGURE.save(folder);
    Files.writeString(folder.resolve("claims.csv"), LEDGER);
    Files.writeString(folder.resolve(Evidence.FILE), ResultTable.of(EVIDENCE.values()).csv());
    Crate.write(folder);
    return folder;
  }
}
