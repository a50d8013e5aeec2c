package org.opponency.physiology;

import java.util.List;
import java.util.function.Predicate;

/**
 * How many cells of a layer are opponent to stimuli of one kind, and what that is made of: a
 * positive baseline, and responses on both sides of it.
 *
 * @param cells how many there are
 * @param positive those whose baseline is positive
 * @param crossing those with responses on both sides of it, wherever it is
 * @param opponent those that are both, which is the rule of the authors' code
 */
public record OpponencyCounts(int cells, int positive, int crossing, int opponent) {
  /** Of no cells. */
  public static final OpponencyCounts NONE = new OpponencyCounts(0, 0, 0, 0);

  /**
   * Refuses more opponent cells than cross or have a positive baseline, and more of any than all.
   */
  public OpponencyCounts {
    if (opponent < 0
        || opponent > Math.min(positive, crossing)
        || Math.max(positive, crossing) > cells) {
      throw new IllegalArgumentException(
          "Expected 0 <= opponent <= positive, crossing <= cells, got "
              + List.of(opponent, positive, crossing, cells));
    }
  }

  /** Of cells shown hues. */
  public static OpponencyCounts ofHues(List<CellOpponency> cells) {
    return new OpponencyCounts(
        cells.size(),
        count(cells, cell -> cell.colour().baseline() > 0),
        count(cells, cell -> isOpponent(cell, OpponencyRule.CROSSES)),
        count(cells, cell -> isOpponent(cell, OpponencyRule.AUTHORS_CODE)));
  }

  private static boolean isOpponent(CellOpponency cell, OpponencyRule rule) {
    return cell.by(rule).type().colour();
  }

  private static int count(List<CellOpponency> cells, Predicate<CellOpponency> counted) {
    return (int) cells.stream().filter(counted).count();
  }

  /** Of these cells and others. */
  public OpponencyCounts and(OpponencyCounts other) {
    return new OpponencyCounts(
        cells + other.cells,
        positive + other.positive,
        crossing + other.crossing,
        opponent + other.opponent);
  }

  /** Of all cells of several networks together. */
  public static OpponencyCounts sum(List<OpponencyCounts> networks) {
    return networks.stream().reduce(NONE, OpponencyCounts::and);
  }

  /** Share of the cells that are opponent; NaN without cells. */
  public double opponentShare() {
    return (double) opponent / cells;
  }

  /** Share whose baseline is positive. */
  public double positiveShare() {
    return (double) positive / cells;
  }

  /** Share that cross their baseline, wherever it is. */
  public double crossingShare() {
    return (double) crossing / cells;
  }

  /** Share that cross it among those whose baseline is positive; NaN without such cells. */
  public double crossingIfPositive() {
    return (double) opponent / positive;
  }
}
