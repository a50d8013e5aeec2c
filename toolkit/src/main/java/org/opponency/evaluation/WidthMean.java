package org.opponency.evaluation;

import java.util.List;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.opponency.io.ShownAs;

/**
 * One measure of the networks of one width.
 *
 * @param measure what was measured
 * @param shownAs how people read its numbers
 * @param width N_BN; 0 without a retina
 * @param runs networks that stand behind the numbers: those whose bottleneck is alive
 * @param dead networks left out because their bottleneck is dead
 * @param mean of the runs' values; NaN without runs
 * @param sd their standard deviation (n - 1); NaN for fewer than two runs
 * @param interval Student's 95 % interval of the mean; NaN for fewer than two runs
 */
public record WidthMean(
    String measure,
    ShownAs shownAs,
    int width,
    long runs,
    long dead,
    double mean,
    double sd,
    Interval interval) {
  static WidthMean of(ByWidth all, int width, List<Measured<Double>> own) {
    SummaryStatistics alive = new SummaryStatistics();
    own.stream().filter(run -> !run.dead()).forEach(run -> alive.addValue(run.value()));
    double sd = alive.getN() > 1 ? alive.getStandardDeviation() : Double.NaN;
    return new WidthMean(
        all.measure(),
        all.shownAs(),
        width,
        alive.getN(),
        own.size() - alive.getN(),
        alive.getMean(),
        sd,
        Interval.ofMean(alive.getMean(), sd, alive.getN()));
  }

  /** The standard deviation as charts draw it: 0 for a single run. */
  public double spread() {
    return runs == 1 ? 0 : sd;
  }

  /** Whether {@code other}'s mean lies within this one's standard deviation of its mean. */
  public boolean agreesWith(WidthMean other) {
    return Math.abs(other.mean - mean) <= sd;
  }
}
