package org.opponency.study.laboratory;

import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.opponency.io.Fraction;
import org.opponency.physiology.Opponency;
import org.opponency.physiology.cone.ColourPreference;
import org.opponency.physiology.cone.ConeCell;
import org.opponency.physiology.cone.ConeClass;
import org.opponency.physiology.cone.Preference;
import org.opponency.study.results.WeightOrigin;

/**
 * What the cells of one layer of a network make of the cones' signals. Cells that are silent or not
 * linear in the cones are counted and in no share of classes by cone weights; NaN where all are.
 *
 * @param weights whether those of the network are trained or drawn at random
 * @param layer PyTorch module path
 * @param cells how many it has
 * @param silent how many of them answer full fields by nothing
 * @param unclear how many are not linear in the cones, so that weights say little of them
 * @param coneOpponent share that sets L against M
 * @param sOpponent share that sets S against L + M
 * @param changed share that hues call opponent (crosses) and cone weights do not, neither L against
 *     M nor S against both, or the other way
 * @param colour share of the cells that answer gratings whose colour index is above 2
 * @param colourLuminance the same from 0.5 to 2
 * @param luminance the same below 0.5
 * @param doubleOpponent share of the cells that answer gratings, those silent to full fields among
 *     them, whose tuning to colour is band-pass
 * @param hueByLuminance how much of a cell's tuning to HSL hues is tuning to their luminance, in
 *     the middle (median) of the cells
 */
public record ConeShares(
    WeightOrigin weights,
    String layer,
    int cells,
    int silent,
    int unclear,
    @Fraction double coneOpponent,
    @Fraction double sOpponent,
    @Fraction double changed,
    @Fraction double colour,
    @Fraction double colourLuminance,
    @Fraction double luminance,
    @Fraction double doubleOpponent,
    @Fraction double hueByLuminance) {
  /** Those of a network, a row a layer. */
  static List<ConeShares> of(CellRecords<ConeCell> network) {
    return network.layers().stream().map(layer -> of(network, layer)).toList();
  }

  private static ConeShares of(CellRecords<ConeCell> network, String layer) {
    List<ConeCell> cells = network.of(layer);
    return new ConeShares(
        network.weights(),
        layer,
        cells.size(),
        count(cells, ConeClass.SILENT),
        count(cells, ConeClass.UNCLEAR),
        known(network, layer, cell -> cell.type().isConeOpponent()),
        known(network, layer, cell -> cell.type().isSOpponent()),
        known(network, layer, ConeShares::changes),
        answering(network, layer, own -> own.type() == Preference.COLOUR),
        answering(network, layer, own -> own.type() == Preference.COLOUR_LUMINANCE),
        answering(network, layer, own -> own.type() == Preference.LUMINANCE),
        answering(network, layer, ColourPreference::doubleOpponent),
        new Median()
            .evaluate(
                cells.stream()
                    .filter(cell -> cell.hues().crosses() != Opponency.UNRESPONSIVE)
                    .mapToDouble(ConeShares::byLuminance)
                    .filter(share -> !Double.isNaN(share))
                    .toArray()));
  }

  /** Of the cells whose cone weights say what they are. */
  private static double known(
      CellRecords<ConeCell> network, String layer, Predicate<ConeCell> wanted) {
    return network.share(layer, cell -> cell.type().isKnown(), wanted).fraction();
  }

  /** Of the cells that answer gratings. */
  private static double answering(
      CellRecords<ConeCell> network, String layer, Predicate<ColourPreference> wanted) {
    return network
        .share(
            layer,
            cell -> cell.preference().type() != Preference.SILENT,
            cell -> wanted.test(cell.preference()))
        .fraction();
  }

  /** Whether hues and cone weights disagree on whether a cell is opponent to colour. */
  private static boolean changes(ConeCell cell) {
    boolean byHues = cell.hues().crosses() == Opponency.OPPONENT;
    return byHues != (cell.type().isConeOpponent() || cell.type().isSOpponent());
  }

  private static int count(List<ConeCell> cells, ConeClass type) {
    return (int) cells.stream().filter(cell -> cell.type() == type).count();
  }

  private static double byLuminance(ConeCell cell) {
    return cell.hues().luminance();
  }
}
