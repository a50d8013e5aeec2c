package org.opponency.study.results;

import java.util.List;
import org.opponency.attacks.AccuracyUnderAttack;
import org.opponency.evaluation.Measured;
import org.opponency.study.networks.Provenance;

/**
 * The CIFAR-10 networks under attack (Figure 10).
 *
 * @param provenance where the numbers come from
 * @param depth ventral convolutions of the networks
 * @param networks a worst-case curve each, by rising epsilon
 */
public record Cifar10Results(
    Provenance provenance, int depth, List<Measured<List<AccuracyUnderAttack>>> networks)
    implements Results<List<AccuracyUnderAttack>> {
  @Override
  public List<Measured<AccuracyUnderAttack>> rows() {
    return RobustnessResults.rows(networks);
  }

  /** Accuracy at one epsilon, a fraction; NaN where it was not tried. */
  public static double at(double epsilon, List<AccuracyUnderAttack> curve) {
    return curve.stream()
        .filter(point -> point.epsilon() == epsilon)
        .mapToDouble(AccuracyUnderAttack::accuracy)
        .findFirst()
        .orElse(Double.NaN);
  }
}
