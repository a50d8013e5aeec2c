package org.opponency.study.analysis;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.opponency.attacks.AccuracyUnderAttack;
import org.opponency.claims.Quantity;
import org.opponency.evaluation.Comparison;
import org.opponency.study.ModelRun;

/**
 * One point of one network's curve.
 *
 * @param model its name
 * @param width N_BN; 0 without a retina
 * @param run counted from 0
 * @param dead whether its bottleneck is dead, which keeps it out of every mean
 * @param attack name of the attack, or {@link AccuracyUnderAttack#WORST_CASE}
 * @param epsilon largest size of the perturbation, L-infinity, pixels in [0, 1]
 * @param images how many were attacked
 * @param accuracy fraction that the network still decides rightly
 */
public record ModelRobustness(
    String model,
    int width,
    int run,
    boolean dead,
    String attack,
    double epsilon,
    int images,
    double accuracy) {
  /** Accuracies at one epsilon by width; none where it was not tried. */
  public static Comparison at(double epsilon, List<ModelRobustness> rows) {
    return Comparison.of(
        "accuracy under attack of size " + epsilon,
        rows.stream().filter(row -> row.epsilon() == epsilon).toList(),
        ModelRobustness::width,
        ModelRobustness::accuracy,
        ModelRobustness::dead);
  }

  /** The mean of each network's accuracies over all epsilons above 0, by width. */
  public static Comparison overBudgets(List<ModelRobustness> rows) {
    var attacked = rows.stream().filter(row -> row.epsilon() > 0).toList();
    return ofNetworks(
        Quantity.ROBUST_ACCURACY,
        attacked,
        own -> own.stream().mapToDouble(ModelRobustness::accuracy).average().orElseThrow());
  }

  /** The largest epsilon that each network was attacked with, by width. */
  public static Comparison largestBudgets(List<ModelRobustness> rows) {
    return ofNetworks(
        Quantity.LARGEST_PERTURBATION,
        rows,
        own -> own.stream().mapToDouble(ModelRobustness::epsilon).max().orElseThrow());
  }

  private static Comparison ofNetworks(
      Quantity measure, List<ModelRobustness> rows, ToDoubleFunction<List<ModelRobustness>> value) {
    var networks = rows.stream().collect(Collectors.groupingBy(ModelRobustness::model)).values();
    return Comparison.of(
        measure.title(),
        List.copyOf(networks),
        own -> own.get(0).width(),
        value,
        own -> own.get(0).dead());
  }

  static List<ModelRobustness> of(ModelRun model, List<AccuracyUnderAttack> curve) {
    return curve.stream().map(point -> of(model, point)).toList();
  }

  private static ModelRobustness of(ModelRun model, AccuracyUnderAttack point) {
    return new ModelRobustness(
        model.name(),
        model.width(),
        model.run(),
        model.dead(),
        point.attack(),
        point.epsilon(),
        point.images(),
        point.accuracy());
  }
}
