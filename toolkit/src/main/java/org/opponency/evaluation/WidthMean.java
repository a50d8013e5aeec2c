package org.opponency.evaluation;

import org.apache.commons.math3.stat.StatUtils;
import org.opponency.io.ShownAs;

/**
 * One measure of the networks of one width.
 *
 * @param measure what was measured
 * @param shownAs how people read its numbers
 * @param width N_BN; 0 without a retina
 * @param runs networks that stand behind the numbers: those whose bottleneck is alive and that have
 *     a value, as a share of no cells has none
 * @param dead networks left out because their bottleneck is dead
 * @param mean of the runs' values, of shares that of all cells together; NaN without runs
 * @param sd their standard deviation (n - 1); NaN for fewer than two runs
 * @param interval 95 % interval of the mean, the run being the unit: see {@link Estimate}; NaN
 *     where the runs do not tell
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
  static WidthMean of(ByWidth own, int width) {
    double[] alive =
        own.known().rows().stream()
            .filter(run -> !run.dead())
            .mapToDouble(Measured::value)
            .toArray();
    Estimate estimate = own.mean();
    return new WidthMean(
        own.measure(),
        own.shownAs(),
        width,
        alive.length,
        own.dead().size(),
        own.shares().isEmpty() ? StatUtils.mean(alive) : estimate.value(),
        alive.length > 1 ? Math.sqrt(StatUtils.variance(alive)) : Double.NaN,
        estimate.interval());
  }

  /** The standard deviation as charts draw it: 0 for a single run. */
  public double spread() {
    return runs == 1 ? 0 : sd;
  }
}
