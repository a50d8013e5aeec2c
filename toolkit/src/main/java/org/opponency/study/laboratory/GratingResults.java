package org.opponency.study.laboratory;

import java.util.ArrayList;
import java.util.List;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.WidthMean;
import org.opponency.io.ShownAs;
import org.opponency.physiology.grating.GratingCell;
import org.opponency.study.networks.Provenance;
import org.opponency.study.results.Results;
import org.opponency.study.results.WeightOrigin;

/**
 * What gratings tell of the cells of networks.
 *
 * @param provenance where the numbers come from
 * @param networks their cells
 */
public record GratingResults(
    Provenance provenance, List<Measured<CellRecords<GratingCell>>> networks)
    implements Results<CellRecords<GratingCell>> {
  @Override
  public List<Measured<GratingShares>> rows() {
    return networks.stream()
        .flatMap(
            one ->
                one.each(
                    cells -> cells.layers().stream().map(l -> GratingShares.of(cells, l)).toList()))
        .toList();
  }

  /** These networks and others, such as those of random weights. */
  public GratingResults and(GratingResults others) {
    List<Measured<CellRecords<GratingCell>>> all = new ArrayList<>(networks);
    all.addAll(others.networks());
    return new GratingResults(provenance, all);
  }

  /** The cells of one layer of all living networks of one kind. */
  public List<Measured<GratingCell>> cells(WeightOrigin weights, String layer) {
    return networks.stream()
        .filter(one -> one.value().weights() == weights && !one.dead())
        .flatMap(one -> one.each(cells -> cells.of(layer)))
        .toList();
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
