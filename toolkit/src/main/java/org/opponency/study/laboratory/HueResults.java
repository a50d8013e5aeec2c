package org.opponency.study.laboratory;

import java.util.ArrayList;
import java.util.List;
import org.opponency.evaluation.Measured;
import org.opponency.physiology.cone.HueCurves;
import org.opponency.study.networks.Provenance;
import org.opponency.study.results.WeightOrigin;

/**
 * How finely the layers of networks tell wavelengths apart.
 *
 * @param provenance where the numbers come from
 * @param networks their curves
 */
public record HueResults(Provenance provenance, List<Measured<CellRecords<HueCurves>>> networks)
    implements InstrumentResults<HueCurves> {
  @Override
  public List<Measured<HueLikeness>> rows() {
    return networks.stream().flatMap(one -> one.each(HueLikeness::of)).toList();
  }

  /** These networks and others, such as those of random weights. */
  public HueResults and(HueResults others) {
    return new HueResults(provenance.and(others.provenance()), with(others));
  }

  /** The curves of one layer of the living networks of one kind and some widths. */
  public List<HueCurves> curves(WeightOrigin weights, String layer, HueGroup group) {
    return cells(weights, layer).stream()
        .filter(one -> group.has(one.width()))
        .map(Measured::value)
        .toList();
  }

  /** How alike the mean curves of tight and of wide bottlenecks are to people's. */
  public List<HueAgreement> agreement(String layer) {
    List<HueAgreement> rows = new ArrayList<>();
    for (WeightOrigin weights : WeightOrigin.values()) {
      for (HueGroup group : HueGroup.values()) {
        rows.add(HueAgreement.of(weights, group, curves(weights, layer, group)));
      }
    }
    rows.add(HueAgreement.ofPixels());
    return rows;
  }
}
