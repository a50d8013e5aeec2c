package org.opponency.study.laboratory;

import java.util.List;
import java.util.function.Predicate;
import org.opponency.evaluation.Share;
import org.opponency.physiology.Opponency;
import org.opponency.physiology.cone.ConeCell;
import org.opponency.physiology.cone.Preference;
import org.opponency.study.results.WeightOrigin;

/**
 * What a network's cells make of the cones' signals.
 *
 * @param weights whether those of the network are trained or drawn at random
 * @param cells layer by layer
 */
public record ConeCells(WeightOrigin weights, List<ConeCell> cells) {
  /** Copies the list. */
  public ConeCells {
    cells = List.copyOf(cells);
  }

  /** The layers that they are in, in order. */
  public List<String> layers() {
    return cells.stream().map(ConeCell::layer).distinct().toList();
  }

  /** The cells of one layer. */
  public List<ConeCell> cells(String layer) {
    return cells.stream().filter(cell -> cell.layer().equals(layer)).toList();
  }

  /** The cells of some kind among those of a layer whose cone weights say what they are. */
  public Share share(String layer, Predicate<ConeCell> counted) {
    List<ConeCell> known = cells(layer).stream().filter(cell -> cell.type().isKnown()).toList();
    return new Share(known.stream().filter(counted).count(), known.size());
  }

  /** The cells of a preference among those of a layer that answer gratings. */
  public Share share(String layer, Preference preference) {
    List<ConeCell> known =
        cells(layer).stream()
            .filter(cell -> cell.preference().type() != Preference.SILENT)
            .toList();
    return new Share(
        known.stream().filter(cell -> cell.preference().type() == preference).count(),
        known.size());
  }

  /** Its shares, a row a layer. */
  public List<ConeShares> shares() {
    return layers().stream().map(layer -> ConeShares.of(this, layer)).toList();
  }

  /** Whether hues and cone weights disagree on whether a cell is opponent to colour. */
  static boolean changes(ConeCell cell) {
    boolean byHues = cell.hues().crosses() == Opponency.OPPONENT;
    return byHues != cell.type().isConeOpponent();
  }
}
