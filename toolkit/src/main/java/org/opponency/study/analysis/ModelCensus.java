package org.opponency.study.analysis;

import java.util.List;
import org.opponency.physiology.CellCensus;
import org.opponency.physiology.CensusCell;
import org.opponency.physiology.CensusShares;
import org.opponency.study.ModelRun;

/**
 * The census of one trained network.
 *
 * @param model the network
 * @param census its cells
 */
public record ModelCensus(ModelRun model, CellCensus census) {
  /**
   * Spatial and double opponency of a layer in a table.
   *
   * @param width N_BN
   * @param run counted from 0
   * @param dead whether the bottleneck is dead, which keeps it out of every mean
   * @param layer PyTorch module path
   * @param spatial share of cells opponent to gratings, a fraction
   * @param doubleOpponent share of cells opponent to gratings and to colour
   */
  public record Row(
      int width, int run, boolean dead, String layer, double spatial, double doubleOpponent) {}

  /** Spatial and double opponency, a row a layer. */
  public List<Row> rows() {
    return census.shares().stream().map(this::row).toList();
  }

  private Row row(CensusShares shares) {
    return new Row(
        model.width(),
        model.run(),
        model.dead(),
        shares.layer(),
        shares.spatial(),
        shares.doubleOpponent());
  }

  /** What it says of colour and luminance. */
  public ModelOpponency opponency() {
    return new ModelOpponency(
        ModelShares.Weights.TRAINED,
        model.width(),
        model.run(),
        model.dead(),
        census.cells().stream().map(CensusCell::opponency).toList());
  }
}
