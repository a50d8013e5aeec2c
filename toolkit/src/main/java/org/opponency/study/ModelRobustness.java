package org.opponency.study;

import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;
import org.opponency.attacks.AccuracyUnderAttack;
import org.opponency.evaluation.Comparison;
import org.opponency.evaluation.WidthMean;

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
  /** The positive epsilon at which the mean accuracies of the widths are farthest apart. */
  public static double mostTelling(List<ModelRobustness> rows) {
    return rows.stream()
        .map(ModelRobustness::epsilon)
        .filter(epsilon -> epsilon > 0)
        .distinct()
        .max(Comparator.comparingDouble(epsilon -> spread(rows, epsilon)))
        .orElseThrow();
  }

  private static double spread(List<ModelRobustness> rows, double epsilon) {
    var own = rows.stream().filter(row -> row.epsilon() == epsilon).toList();
    DoubleSummaryStatistics means =
        Comparison.of("", own, ModelRobustness::width, r -> r.accuracy, ModelRobustness::dead)
            .withRetina()
            .means()
            .stream()
            .mapToDouble(WidthMean::mean)
            .filter(Double::isFinite)
            .summaryStatistics();
    return means.getMax() - means.getMin();
  }

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
    var networks =
        rows.stream()
            .filter(row -> row.epsilon() > 0)
            .collect(Collectors.groupingBy(ModelRobustness::model))
            .values();
    return Comparison.of(
        Measure.ROBUST_ACCURACY.title(),
        List.copyOf(networks),
        points -> points.get(0).width(),
        points -> points.stream().mapToDouble(ModelRobustness::accuracy).average().orElseThrow(),
        points -> points.get(0).dead());
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
