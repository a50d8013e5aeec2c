package org.opponency.study.results;

import java.util.List;
import org.opponency.io.Fraction;
import org.opponency.physiology.CellCensus;

/**
 * Spatial and double opponency of a layer's cells.
 *
 * @param layer PyTorch module path
 * @param spatial share of cells opponent to gratings, a fraction
 * @param doubleOpponent share of cells opponent to gratings and to colour
 */
public record SpatialOpponency(
    String layer, @Fraction double spatial, @Fraction double doubleOpponent) {
  /** A row a layer. */
  public static List<SpatialOpponency> of(CellCensus census) {
    return census.shares().stream()
        .map(s -> new SpatialOpponency(s.layer(), s.spatial(), s.doubleOpponent()))
        .toList();
  }
}
