package org.opponency.study.laboratory;

import java.util.ArrayList;
import java.util.List;
import org.opponency.evaluation.Measured;
import org.opponency.physiology.cone.ConeCell;
import org.opponency.study.networks.Provenance;
import org.opponency.study.results.Results;
import org.opponency.study.results.WeightOrigin;

/**
 * What the cells of networks make of the cones' signals.
 *
 * @param provenance where the numbers come from
 * @param networks their cells
 */
public record ConeResults(Provenance provenance, List<Measured<CellRecords<ConeCell>>> networks)
    implements Results<CellRecords<ConeCell>> {
  @Override
  public List<Measured<ConeShares>> rows() {
    return networks.stream()
        .flatMap(
            one ->
                one.each(
                    cells -> cells.layers().stream().map(l -> ConeShares.of(cells, l)).toList()))
        .toList();
  }

  /** These networks and others, such as those of random weights. */
  public ConeResults and(ConeResults others) {
    List<Measured<CellRecords<ConeCell>>> all = new ArrayList<>(networks);
    all.addAll(others.networks());
    return new ConeResults(provenance, all);
  }

  /** The living networks of one kind. */
  public List<Measured<CellRecords<ConeCell>>> of(WeightOrigin weights) {
    return networks.stream()
        .filter(one -> one.value().weights() == weights && !one.dead())
        .toList();
  }

  /** The cells of one layer of all living networks of one kind. */
  public List<Measured<ConeCell>> cells(WeightOrigin weights, String layer) {
    return of(weights).stream().flatMap(one -> one.each(cells -> cells.of(layer))).toList();
  }

  /** The layers that cells are in, in the order in which they come. */
  public List<String> layers() {
    return networks.stream().flatMap(one -> one.value().layers().stream()).distinct().toList();
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
