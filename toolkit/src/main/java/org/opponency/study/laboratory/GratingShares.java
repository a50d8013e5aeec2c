package org.opponency.study.laboratory;

import java.util.List;
import org.opponency.io.Fraction;
import org.opponency.io.InUnits;
import org.opponency.physiology.grating.GratingCell;
import org.opponency.study.results.WeightOrigin;

/**
 * What gratings tell of one layer of a network. Silent cells are counted and in no other number,
 * and the middle (median) is that of the cells that have the number.
 *
 * @param weights whether those of the network are trained or drawn at random
 * @param layer PyTorch module path
 * @param cells how many it has
 * @param silent how many of them no grating drives above their response to mid-grey
 * @param oriented share whose response falls to {@code 1 / sqrt 2} at some orientation
 * @param simple share that follows the phase of its preferred grating
 * @param bandPass share that is tuned to spatial frequency on both sides
 * @param circularVariance in the middle, 0 to 1
 * @param bandwidth in the middle, half of the width
 * @param frequency preferred, in the middle
 * @param frequencyBandwidth in the middle
 * @param modulation F1 / F0 in the middle
 * @param summationField in the middle
 * @param suppression by the surround, in the middle
 */
public record GratingShares(
    WeightOrigin weights,
    String layer,
    int cells,
    int silent,
    @Fraction double oriented,
    @Fraction double simple,
    @Fraction double bandPass,
    double circularVariance,
    @InUnits("degrees") double bandwidth,
    @InUnits("periods a pixel") double frequency,
    @InUnits("octaves") double frequencyBandwidth,
    double modulation,
    @InUnits("pixels") double summationField,
    @Fraction double suppression) {
  /** Those of a network, a row a layer. */
  static List<GratingShares> of(CellRecords<GratingCell> network) {
    return network.layers().stream().map(layer -> of(network, layer)).toList();
  }

  private static GratingShares of(CellRecords<GratingCell> network, String layer) {
    return new GratingShares(
        network.weights(),
        layer,
        network.of(layer).size(),
        (int) network.of(layer).stream().filter(GratingCell::silent).count(),
        network.share(layer, cell -> !cell.silent(), GratingCell::oriented).fraction(),
        network.share(layer, cell -> !cell.silent(), GratingCell::simple).fraction(),
        network.share(layer, cell -> !cell.silent(), GratingCell::bandPass).fraction(),
        network.median(layer, GratingCell::circularVariance),
        network.median(layer, GratingCell::bandwidth),
        network.median(layer, GratingCell::frequency),
        network.median(layer, GratingCell::frequencyBandwidth),
        network.median(layer, GratingCell::modulation),
        network.median(layer, GratingCell::summationField),
        network.median(layer, GratingCell::suppression));
  }
}
