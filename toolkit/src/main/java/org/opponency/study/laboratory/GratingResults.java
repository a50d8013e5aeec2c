package org.opponency.study.laboratory;

import java.util.List;
import org.opponency.evaluation.Measured;
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
    return new GratingResults(provenance.and(others.provenance()), with(others));
  }
}
