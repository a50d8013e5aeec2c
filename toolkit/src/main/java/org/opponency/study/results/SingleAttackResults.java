package org.opponency.study.results;

import java.util.List;
import java.util.stream.Stream;
import org.opponency.attacks.AccuracyUnderAttack;
import org.opponency.attacks.HealthCheck;
import org.opponency.attacks.RobustAccuracy;
import org.opponency.evaluation.Measured;
import org.opponency.study.networks.Provenance;

/**
 * Networks under each single attack.
 *
 * @param provenance where the numbers come from
 * @param networks all that the attacks came to
 */
public record SingleAttackResults(Provenance provenance, List<Measured<RobustAccuracy>> networks)
    implements Results<RobustAccuracy> {
  /** Every attack's curve, then the worst case. */
  @Override
  public List<Measured<AccuracyUnderAttack>> rows() {
    return networks.stream()
        .flatMap(
            one ->
                Stream.concat(
                    one.each(RobustAccuracy::curves), one.each(RobustAccuracy::worstCase)))
        .toList();
  }

  /** Whether the attacks were as strong as they should be. */
  public List<Measured<HealthCheck>> health() {
    return networks.stream().flatMap(one -> one.each(RobustAccuracy::health)).toList();
  }
}
