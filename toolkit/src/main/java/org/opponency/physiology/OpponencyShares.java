package org.opponency.physiology;

import java.util.Collections;
import java.util.List;

/**
 * Shares of a layer's cells in the classes of Figure 2, fractions that sum to 1.
 *
 * @param cells how many it has
 * @param colourAndLuminance opponent to both
 * @param luminanceOnly opponent to luminance only
 * @param colourOnly opponent to colour only
 * @param neither opponent to neither, or unresponsive
 */
public record OpponencyShares(
    int cells, double colourAndLuminance, double luminanceOnly, double colourOnly, double neither) {
  /** The shares of some cells. */
  public static OpponencyShares of(List<CellClass> cells) {
    return new OpponencyShares(
        cells.size(),
        share(cells, CellClass.COLOUR_AND_LUMINANCE),
        share(cells, CellClass.LUMINANCE_ONLY),
        share(cells, CellClass.COLOUR_ONLY),
        share(cells, CellClass.NEITHER));
  }

  private static double share(List<CellClass> cells, CellClass type) {
    return (double) Collections.frequency(cells, type) / cells.size();
  }

  /** The share of a class. */
  public double of(CellClass type) {
    return switch (type) {
      case COLOUR_AND_LUMINANCE -> colourAndLuminance;
      case LUMINANCE_ONLY -> luminanceOnly;
      case COLOUR_ONLY -> colourOnly;
      case NEITHER -> neither;
    };
  }

  /** Share of the cells that are colour-opponent, luminance-opponent or not. */
  public double colour() {
    return colourAndLuminance + colourOnly;
  }

  /** Share of the cells that are luminance-opponent, colour-opponent or not. */
  public double luminance() {
    return colourAndLuminance + luminanceOnly;
  }
}
