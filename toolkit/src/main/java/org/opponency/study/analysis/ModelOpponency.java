package org.opponency.study.analysis;

import java.util.List;
import org.opponency.physiology.CellOpponency;
import org.opponency.physiology.OpponencyShares;

/**
 * Colour and luminance opponency of one network's cells.
 *
 * @param network whether its weights are trained or drawn at random
 * @param width N_BN
 * @param run counted from 0
 * @param dead whether its bottleneck is dead, which keeps it out of every mean
 * @param cells layer by layer
 */
public record ModelOpponency(
    ModelShares.Weights network, int width, int run, boolean dead, List<CellOpponency> cells) {
  /** Copies the list. */
  public ModelOpponency {
    cells = List.copyOf(cells);
  }

  /** The cells of one layer. */
  public List<CellOpponency> cells(String layer) {
    return cells.stream().filter(cell -> cell.layer().equals(layer)).toList();
  }

  /** Shares of the classes of Figure 2, a row a layer. */
  public List<ModelShares> shares() {
    return cells.stream().map(CellOpponency::layer).distinct().map(this::shares).toList();
  }

  private ModelShares shares(String layer) {
    return new ModelShares(
        network,
        width,
        run,
        dead,
        layer,
        OpponencyShares.of(cells(layer).stream().map(CellOpponency::type).toList()));
  }
}
