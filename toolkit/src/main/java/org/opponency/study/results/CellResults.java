package org.opponency.study.results;

import static org.opponency.io.Text.format;

import java.util.List;
import org.opponency.evaluation.Measured;
import org.opponency.physiology.CensusCell;
import org.opponency.study.networks.Provenance;

/**
 * All that is measured on every cell of a layer.
 *
 * @param provenance where the numbers come from
 * @param networks portraits of their cells
 */
public record CellResults(Provenance provenance, List<Measured<List<CellPortrait>>> networks)
    implements Results<List<CellPortrait>> {
  @Override
  public List<Measured<CensusCell>> rows() {
    return cells().stream().map(one -> one.map(CellPortrait::census)).toList();
  }

  /** The portraits, network by network. */
  public List<Measured<CellPortrait>> cells() {
    return networks.stream().flatMap(one -> one.each(cells -> cells)).toList();
  }

  /**
   * One cell of the first network.
   *
   * @param cell its channel, counted from 0
   * @throws IllegalArgumentException if the layer has no such cell
   */
  public Measured<CellPortrait> cell(int cell) {
    Measured<List<CellPortrait>> first = networks.get(0);
    if (cell < 0 || cell >= first.value().size()) {
      throw new IllegalArgumentException(
          format(
              "Expected a cell of %s from 0 to %d, got %d",
              first.network().model(), first.value().size() - 1, cell));
    }
    return first.map(cells -> cells.get(cell));
  }
}
