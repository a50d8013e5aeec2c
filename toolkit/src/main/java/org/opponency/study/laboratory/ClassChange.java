package org.opponency.study.laboratory;

import java.util.List;
import java.util.stream.Stream;
import org.opponency.evaluation.Measured;
import org.opponency.physiology.Opponency;
import org.opponency.physiology.cone.ConeCell;
import org.opponency.physiology.cone.ConeClass;
import org.opponency.study.results.WeightOrigin;

/**
 * The cells that hues put into one class, counted by the class that their cone weights give them.
 *
 * @param weights whether those of the networks are trained or drawn at random
 * @param layer PyTorch module path
 * @param byHues class by HSL hues, responses on both sides of the baseline
 * @param cells how many, in all living networks
 * @param onlyConeOpponent how many set L against M, and S against neither
 * @param onlySOpponent how many set S against L + M alone
 * @param both how many do both
 * @param nonOpponent how many set no cone against another
 * @param unclear how many are not linear in the cones
 * @param silent how many answer full fields about mid-grey by nothing
 */
public record ClassChange(
    WeightOrigin weights,
    String layer,
    Opponency byHues,
    long cells,
    long onlyConeOpponent,
    long onlySOpponent,
    long both,
    long nonOpponent,
    long unclear,
    long silent) {
  static List<ClassChange> of(WeightOrigin weights, String layer, List<Measured<ConeCell>> cells) {
    return Stream.of(Opponency.values()).map(hues -> of(weights, layer, hues, cells)).toList();
  }

  private static ClassChange of(
      WeightOrigin weights, String layer, Opponency byHues, List<Measured<ConeCell>> cells) {
    List<ConeClass> own =
        cells.stream()
            .map(Measured::value)
            .filter(cell -> cell.hues().crosses() == byHues)
            .map(ConeCell::type)
            .toList();
    return new ClassChange(
        weights,
        layer,
        byHues,
        own.size(),
        count(own, ConeClass.CONE_OPPONENT),
        count(own, ConeClass.S_OPPONENT),
        count(own, ConeClass.BOTH),
        count(own, ConeClass.NON_OPPONENT),
        count(own, ConeClass.UNCLEAR),
        count(own, ConeClass.SILENT));
  }

  private static long count(List<ConeClass> cells, ConeClass type) {
    return cells.stream().filter(cell -> cell == type).count();
  }
}
