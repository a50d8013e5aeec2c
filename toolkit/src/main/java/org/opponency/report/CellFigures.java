package org.opponency.report;

import static org.opponency.io.Text.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.opponency.io.AtomicFiles;
import org.opponency.physiology.CensusCell;
import org.opponency.report.chart.CellCard;
import org.opponency.report.table.ResultTable;
import org.opponency.study.ModelRun;
import org.opponency.study.Provenance;
import org.opponency.study.Study;
import org.opponency.study.analysis.CellPortrait;
import org.opponency.study.analysis.SuperStimuli;

/** Figures of single cells. */
public final class CellFigures {
  private CellFigures() {}

  /**
   * The card of one cell: measures its layer and draws it.
   *
   * @param layer a convolution, such as {@code retina.retina_conv2}
   * @param cell its channel, counted from 0
   * @throws IllegalArgumentException if the network has no such layer or cell
   */
  public static Figure card(Study study, ModelRun model, String layer, int cell) {
    List<CellPortrait> portraits = SuperStimuli.of(study).portraits(List.of(model), layer);
    if (cell < 0 || cell >= portraits.size()) {
      throw new IllegalArgumentException(
          format("Expected a cell of %s from 0 to %d, got %d", layer, portraits.size() - 1, cell));
    }
    return card(portraits.get(cell), study.provenance());
  }

  /** The card of a cell that has been measured. */
  public static Figure card(CellPortrait portrait, Provenance provenance) {
    CensusCell census = portrait.census();
    String name = format("cell-%s-%s-%d", portrait.model(), census.layer(), census.cell());
    return new Figure(
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
        format(
            "Cell %d of %s, %s: %s",
            census.cell(), census.layer(), portrait.model(), census.type().label()),
        "Above: its weights (mid-grey is zero), its linear receptive field in colour and in grey, and"
            + " the pictures that drive it furthest up and down, with its response to each. Below:"
            + " its response to hues (the dashed circle is that to black), to greys (the dashed line"
            + " is that to 0.5) and, behind the ReLU, to gratings (its peak over phases).",
        new CellCard(portrait),
        ResultTable.of(List.of(census)),
        provenance);
  }

  /**
   * Writes {@code index.html} into a folder: the cards of many cells on one page, to be browsed
   * without a network.
   *
   * @throws IllegalArgumentException if there are no cells
   * @throws java.io.UncheckedIOException if it cannot be written; the message says why
   */
  public static void saveAtlas(List<CellPortrait> portraits, Provenance provenance, Path folder) {
    if (portraits.isEmpty()) {
      throw new IllegalArgumentException("Expected at least one cell for an atlas, got none");
    }
    String html = new CellAtlas(portraits, provenance).html();
    AtomicFiles.write(folder.resolve("index.html"), html);
  }
}
