package org.opponency.study.results;

import java.util.ArrayList;
import java.util.List;
import org.opponency.evaluation.Measured;
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
    return new OpponencyResults(provenance, all);
  }

  /** Mean share of each class over the living runs, by kind of network, layer and width. */
  public List<ClassShare> byClass() {
    return ClassShare.of(networks);
  }

  /** Distributions of preferred hues over the living runs, by kind of network and layer. */
  public List<HueShare> preferredHues() {
    List<HueShare> bins = new ArrayList<>();
    for (WeightOrigin weights : WeightOrigin.values()) {
      var own = networks.stream().filter(one -> one.value().weights() == weights).toList();
      if (!own.isEmpty()) {
        own.get(0).value().layers().forEach(layer -> bins.addAll(HueShare.of(own, layer)));
      }
    }
    return bins;
  }
}
