package org.opponency.report;

import java.util.List;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * The runs of one bottleneck width in a few numbers.
 *
 * @param width N_BN, the bottleneck's channels
 * @param runs how many runs stand behind the mean; dead ones do not count
 * @param mean their mean, NaN if there are none
 * @param deviation their standard deviation (n - 1), NaN for fewer than two
 */
record WidthSummary(int width, int runs, double mean, double deviation) {
  static WidthSummary of(int width, List<WidthRun> runs) {
    var live = new DescriptiveStatistics();
    runs.stream().filter(run -> !run.dead()).forEach(run -> live.addValue(run.value()));
    int count = (int) live.getN();
    double deviation = count > 1 ? live.getStandardDeviation() : Double.NaN;
    return new WidthSummary(width, count, live.getMean(), deviation);
  }
}
