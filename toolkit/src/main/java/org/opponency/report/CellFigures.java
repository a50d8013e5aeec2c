package org.opponency.report;

import static org.opponency.io.Text.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.opponency.evaluation.Measured;
import org.opponency.io.AtomicFiles;
import org.opponency.physiology.CensusCell;
import org.opponency.report.chart.CellCard;
import org.opponency.report.table.ResultTable;
import org.opponency.study.networks.Provenance;
import org.opponency.study.results.CellPortrait;
import org.opponency.study.results.CellResults;

/** Figures of single cells. */
public final class CellFigures {
  private CellFigures() {}

  /** The card of a cell that has been measured. */
  public static Figure card(Measured<CellPortrait> cell, Provenance provenance) {
    CensusCell census = cell.value().census();
    String model = cell.network().model();
    String name = format("cell-%s-%s-%d", model, census.layer(), census.cell());
    return new Figure(
            name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
            format(
                "Cell %d of %s, %s: %s",
                census.cell(), census.layer(), model, census.type().label()),
            "Above: its weights (mid-grey is zero), its linear receptive field in colour and in grey, and"
                + " the pictures that drive it furthest up and down, with its response to each. Below:"
                + " its response to hues (the dashed circle is that to black), to greys (the dashed line"
                + " is that to 0.5) and, behind the ReLU, to gratings (its peak over phases).",
            new CellCard(cell.value()),
            ResultTable.of(List.of(census)),
            provenance)
        .over(1, "cell");
  }

  /**
   * Writes {@code index.html} into a folder: the cards of many cells on one page, to be browsed
   * without a network.
   *
   * @throws IllegalArgumentException if there are no cells
   * @throws java.io.UncheckedIOException if it cannot be written; the message says why
   */
  public static void saveAtlas(CellResults results, Path folder) {
    if (results.cells().isEmpty()) {
      throw new IllegalArgumentException("Expected at least one cell for an atlas, got none");
    }
    String html = new CellAtlas(results).html();
    AtomicFiles.write(folder.resolve("index.html"), html);
  }
}
