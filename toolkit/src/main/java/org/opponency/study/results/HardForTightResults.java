package org.opponency.study.results;

import java.util.List;
import org.opponency.evaluation.Calibration;
import org.opponency.evaluation.Measured;
import org.opponency.study.networks.Provenance;

/**
 * What networks say of pictures that a network of width 1 gets wrong. Those that a network without
 * a retina gets wrong favour tight bottlenecks, which err on other pictures than it does; these
 * favour the others.
 *
 * @param all of it
 */
public record HardForTightResults(NaturalAdversarialResults all)
    implements Results.OfOneRow<Calibration> {
  @Override
  public Provenance provenance() {
    return all.provenance();
  }

  @Override
  public List<Measured<Calibration>> networks() {
    return all.networks();
  }
}
