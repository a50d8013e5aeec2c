package org.opponency.study.results;

import java.util.List;
import org.opponency.evaluation.Measured;
import org.opponency.physiology.CellCensus;
import org.opponency.study.networks.Provenance;

/**
 * The census of networks' first layers: what every cell responds to.
 *
 * @param provenance where the numbers come from
 * @param networks their cells
 */
public record CensusResults(Provenance provenance, List<Measured<CellCensus>> networks)
    implements Results<CellCensus> {
  @Override
  public List<Measured<SpatialOpponency>> rows() {
    return networks.stream().flatMap(one -> one.each(SpatialOpponency::of)).toList();
  }

  /** What is ill-defined and why, each once. */
  public List<String> warnings() {
    return networks.stream().flatMap(one -> one.value().warnings().stream()).distinct().toList();
  }
}
