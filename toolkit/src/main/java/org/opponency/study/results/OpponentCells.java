package org.opponency.study.results;

import java.util.List;
import java.util.function.Predicate;
import org.opponency.evaluation.Share;
import org.opponency.physiology.CellClass;
import org.opponency.physiology.CellOpponency;
import org.opponency.physiology.OpponencyRule;
import org.opponency.physiology.OpponencyShares;

/**
 * Colour and luminance opponency of a network's cells.
 *
 * @param weights whether those of the network are trained or drawn at random
 * @param cells layer by layer
 */
public record OpponentCells(WeightOrigin weights, List<CellOpponency> cells) {
  /** Copies the list. */
  public OpponentCells {
    cells = List.copyOf(cells);
  }

  /** The layers that they are in, in order. */
  public List<String> layers() {
    return cells.stream().map(CellOpponency::layer).distinct().toList();
  }

  /** The cells of one layer. */
  public List<CellOpponency> cells(String layer) {
    return cells.stream().filter(cell -> cell.layer().equals(layer)).toList();
  }

  /** The same responses by another rule. */
  public OpponentCells by(OpponencyRule rule) {
    return new OpponentCells(weights, cells.stream().map(cell -> cell.by(rule)).toList());
  }

  /** The cells of some classes among those of a layer. */
  public Share share(String layer, Predicate<CellClass> counted) {
    return share(List.of(layer), type -> true, counted);
  }

  /** The cells of some classes among those of others. */
  public Share share(
      List<String> layers, Predicate<CellClass> among, Predicate<CellClass> counted) {
    List<CellClass> own =
        layers.stream()
            .flatMap(layer -> cells(layer).stream())
            .map(CellOpponency::type)
            .filter(among)
            .toList();
    return new Share(own.stream().filter(counted).count(), own.size());
  }

  /** Shares of the classes of Figure 2, a row a layer. */
  public List<LayerShares> shares() {
    return layers().stream().map(this::shares).toList();
  }

  private LayerShares shares(String layer) {
    return new LayerShares(
        weights,
        layer,
        OpponencyShares.of(cells(layer).stream().map(CellOpponency::type).toList()));
  }
}
