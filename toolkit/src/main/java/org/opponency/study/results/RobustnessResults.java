package org.opponency.study.results;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.opponency.attacks.AccuracyUnderAttack;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.study.networks.Provenance;

/**
 * What the worst of five attacks leaves of networks' accuracy (Figure 7).
 *
 * @param provenance where the numbers come from
 * @param networks a curve each, by rising epsilon
 */
public record RobustnessResults(
    Provenance provenance, List<Measured<List<AccuracyUnderAttack>>> networks)
    implements Results<List<AccuracyUnderAttack>> {
  @Override
  public List<Measured<AccuracyUnderAttack>> rows() {
    return rows(networks);
  }

  /**
   * The same as fractions of each network's accuracy without an attack; networks without any are
   * left out.
   */
  public List<Measured<AccuracyUnderAttack>> relative() {
    return rows(
        networks.stream()
            .filter(one -> Cifar10Results.at(0, one.value()) > 0)
            .map(one -> one.<List<AccuracyUnderAttack>>map(RobustnessResults::relative))
            .toList());
  }

  private static List<AccuracyUnderAttack> relative(List<AccuracyUnderAttack> curve) {
    double clean = Cifar10Results.at(0, curve);
    return curve.stream()
        .map(
            p -> new AccuracyUnderAttack(p.attack(), p.epsilon(), p.images(), p.accuracy() / clean))
        .toList();
  }

  static List<Measured<AccuracyUnderAttack>> rows(
      List<Measured<List<AccuracyUnderAttack>>> networks) {
    return networks.stream().flatMap(one -> one.each(curve -> curve)).toList();
  }

  /** Accuracy by width at each epsilon, by rising epsilon. */
  public static SortedMap<Double, ByWidth> byEpsilon(List<Measured<AccuracyUnderAttack>> points) {
    SortedMap<Double, ByWidth> byEpsilon = new TreeMap<>();
    points.stream()
        .collect(groupingBy(point -> point.value().epsilon()))
        .forEach(
            (epsilon, own) ->
                byEpsilon.put(
                    epsilon, ByWidth.of("robust accuracy", own, AccuracyUnderAttack::accuracy)));
    return byEpsilon;
  }

  /** Mean accuracy over all epsilons above 0, a fraction. */
  public static double overBudgets(List<AccuracyUnderAttack> curve) {
    return curve.stream()
        .filter(point -> point.epsilon() > 0)
        .mapToDouble(AccuracyUnderAttack::accuracy)
        .average()
        .orElseThrow();
  }

  /** The same as a fraction of the accuracy at epsilon 0; NaN where that is 0. */
  public static double relativeToClean(List<AccuracyUnderAttack> curve) {
    return overBudgets(curve) / Cifar10Results.at(0, curve);
  }
}
