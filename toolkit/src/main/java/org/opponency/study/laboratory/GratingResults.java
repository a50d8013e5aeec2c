package org.opponency.study.laboratory;

import java.util.ArrayList;
import java.util.List;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.WidthMean;
import org.opponency.io.ShownAs;
import org.opponency.physiology.grating.GratingCell;
import org.opponency.study.networks.Provenance;

/**
 * What gratings tell of the cells of networks.
 *
 * @param provenance where the numbers come from
 * @param networks their cells
 */
public record GratingResults(
    Provenance provenance, List<Measured<CellRecords<GratingCell>>> networks)
    implements InstrumentResults<GratingCell> {
  @Override
  public List<Measured<GratingShares>> rows() {
    return networks.stream().flatMap(one -> one.each(GratingShares::of)).toList();
  }

  /** These networks and others, such as those of random weights. */
  public GratingResults and(GratingResults others) {
    return new GratingResults(provenance, with(others));
  }

  /** Circular variance and modulation of a layer's cells, the middle of each network, by width. */
  public List<WidthMean> byWidth(String layer) {
    List<WidthMean> means = new ArrayList<>();
    means.addAll(
        ByWidth.of(
                "circular variance",
                ShownAs.NUMBER,
                networks,
                cells -> cells.median(layer, GratingCell::circularVariance))
            .known()
            .means());
    means.addAll(
        ByWidth.of(
                "F1 / F0",
                ShownAs.NUMBER,
                networks,
                cells -> cells.median(layer, GratingCell::modulation))
            .known()
            .means());
    return means;
  }
}
