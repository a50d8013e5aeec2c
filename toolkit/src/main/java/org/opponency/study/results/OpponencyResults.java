package org.opponency.study.results;

import java.util.ArrayList;
import java.util.List;
import org.opponency.evaluation.Measured;
import org.opponency.physiology.CellOpponency;
import org.opponency.physiology.OpponencyRule;
import org.opponency.study.networks.Provenance;

/**
 * Colour and luminance opponency of networks' cells (Figure 2).
 *
 * @param provenance where the numbers come from
 * @param networks their cells
 */
public record OpponencyResults(Provenance provenance, List<Measured<OpponentCells>> networks)
    implements Results<OpponentCells> {
  @Override
  public List<Measured<LayerShares>> rows() {
    return networks.stream().flatMap(one -> one.each(OpponentCells::shares)).toList();
  }

  /** These networks and others, such as those of random weights. */
  public OpponencyResults and(OpponencyResults others) {
    List<Measured<OpponentCells>> all = new ArrayList<>(networks);
    all.addAll(others.networks());
    return new OpponencyResults(provenance.and(others.provenance()), all);
  }

  /** The same responses by another rule. */
  public OpponencyResults by(OpponencyRule rule) {
    return new OpponencyResults(
        provenance, networks.stream().map(one -> one.map(cells -> cells.by(rule))).toList());
  }

  /** The networks of one kind. */
  public List<Measured<OpponentCells>> of(WeightOrigin weights) {
    return networks.stream().filter(one -> one.value().weights() == weights).toList();
  }

  /** The cells of one layer of all living networks. */
  public List<Measured<CellOpponency>> cells(String layer) {
    return networks.stream()
        .filter(one -> !one.dead())
        .flatMap(one -> one.each(cells -> cells.cells(layer)))
        .toList();
  }

  /** The layers that cells are in, in the order in which they come. */
  public List<String> layers() {
    return networks.stream().flatMap(one -> one.value().layers().stream()).distinct().toList();
  }

  /**
   * Distributions of preferred hues over the living runs, by kind of network and layer.
   *
   * @param hues what to call those that the cells were shown
   */
  public List<HueShare> preferredHues(String hues) {
    List<HueShare> bins = new ArrayList<>();
    for (WeightOrigin weights : WeightOrigin.values()) {
      var own = of(weights);
      if (!own.isEmpty()) {
        own.get(0).value().layers().forEach(layer -> bins.addAll(HueShare.of(own, layer, hues)));
      }
    }
    return bins;
  }
}
