package org.opponency.physiology;

/**
 * All that the census says of a cell.
 *
 * @param layer PyTorch module path
 * @param cell its channel, counted from 0
 * @param colour its tuning to hues
 * @param luminance its tuning to greys
 * @param spatial its tuning to gratings
 * @param doubleOpponent whether it is opponent to gratings and to hues (Harris et al. 2019)
 */
public record CensusCell(
    String layer,
    int cell,
    ColourTuning colour,
    LuminanceTuning luminance,
    SpatialTuning spatial,
    boolean doubleOpponent) {
  CensusCell(CellOpponency cell, SpatialTuning spatial) {
    this(
        cell.layer(),
        cell.cell(),
        cell.colour(),
        cell.luminance(),
        spatial,
        cell.colour().opponency() == Opponency.OPPONENT
            && spatial.opponency() == Opponency.OPPONENT);
  }

  /** What it says of colour and luminance. */
  public CellOpponency opponency() {
    return new CellOpponency(layer, cell, colour, luminance);
  }

  /** Which of the classes of Figure 2 the cell belongs to. */
  public CellClass type() {
    return opponency().type();
  }
}
