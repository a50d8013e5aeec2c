package org.opponency.surgery;

import java.util.List;
import java.util.function.Predicate;
import org.opponency.physiology.CellClass;
import org.opponency.physiology.CensusCell;
import org.opponency.physiology.Opponency;

/** The classes of cells that are operated on; a cell may belong to several. */
public enum CellGroup {
  /** Opponent to hues, whatever else. */
  COLOUR("colour-opponent", cell -> cell.type().colour()),
  /** Opponent to greys, not to hues. */
  LUMINANCE_ONLY("luminance only", cell -> cell.type() == CellClass.LUMINANCE_ONLY),
  /** Opponent to gratings, whatever else. */
  SPATIAL("spatially opponent", cell -> cell.spatial().opponency() == Opponency.OPPONENT);

  private final String label;
  private final Predicate<CensusCell> member;

  CellGroup(String label, Predicate<CensusCell> member) {
    this.label = label;
    this.member = member;
  }

  /** The name as tables and legends give it. */
  public String label() {
    return label;
  }

  /** Channels of its members among the cells of a layer. */
  public List<Integer> of(List<CensusCell> cells) {
    return cells.stream().filter(member).map(CensusCell::cell).toList();
  }
}
