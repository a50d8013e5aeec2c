package org.opponency.study.laboratory;

import java.util.ArrayList;
import java.util.List;
import org.opponency.evaluation.Measured;
import org.opponency.physiology.cone.ConeCell;
import org.opponency.study.networks.Provenance;
import org.opponency.study.results.WeightOrigin;

/**
 * What the cells of networks make of the cones' signals.
 *
 * @param provenance where the numbers come from
 * @param networks their cells
 */
public record ConeResults(Provenance provenance, List<Measured<CellRecords<ConeCell>>> networks)
    implements InstrumentResults<ConeCell> {
  @Override
  public List<Measured<ConeShares>> rows() {
    return networks.stream().flatMap(one -> one.each(ConeShares::of)).toList();
  }

  /** These networks and others, such as those of random weights. */
  public ConeResults and(ConeResults others) {
    return new ConeResults(provenance.and(others.provenance()), with(others));
  }

  /** How cells that hues call opponent or not are told by their cone weights, by layer. */
  public List<ClassChange> changes() {
    List<ClassChange> rows = new ArrayList<>();
    for (WeightOrigin weights : WeightOrigin.values()) {
      if (!of(weights).isEmpty()) {
        layers()
            .forEach(layer -> rows.addAll(ClassChange.of(weights, layer, cells(weights, layer))));
      }
    }
    return rows;
  }
}
