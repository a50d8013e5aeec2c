package org.opponency.study;

import java.util.List;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * Top-1 accuracy of the networks of one width.
 *
 * @param width N_BN; 0 without a retina
 * @param runs networks that stand behind the numbers: those whose bottleneck is alive
 * @param dead networks left out because their bottleneck is dead
 * @param mean of the runs' top-1 fractions; NaN without runs
 * @param sd their standard deviation (n - 1); NaN without runs
 */
public record AccuracyByWidth(int width, long runs, long dead, double mean, double sd) {
  /** One row a width, in increasing order. */
  public static List<AccuracyByWidth> of(List<ModelAccuracy> models) {
    return models.stream()
        .map(ModelAccuracy::width)
        .distinct()
        .sorted()
        .map(width -> of(width, models.stream().filter(m -> m.width() == width).toList()))
        .toList();
  }

  private static AccuracyByWidth of(int width, List<ModelAccuracy> models) {
    SummaryStatistics alive = new SummaryStatistics();
    models.stream().filter(m -> !m.dead()).forEach(m -> alive.addValue(m.top1()));
    return new AccuracyByWidth(
        width,
        alive.getN(),
        models.size() - alive.getN(),
        alive.getMean(),
        alive.getStandardDeviation());
  }

  /** Whether {@code other}'s mean lies within this one's standard deviation of its mean. */
  public boolean agreesWith(AccuracyByWidth other) {
    return Math.abs(other.mean - mean) <= sd;
  }
}
