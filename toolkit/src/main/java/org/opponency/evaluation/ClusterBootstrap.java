package org.opponency.evaluation;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.opponency.io.Seed;

/**
 * The bootstrap of whole networks: what one would have seen with other networks of the same kind.
 * As many networks as there are are drawn with replacement, each with all its cells, because cells
 * of one network are not independent (Efron 1979; Davison and Hinkley 1997, section 3.8).
 *
 * @param resamples how many times
 * @param seed of the draws
 */
public record ClusterBootstrap(int resamples, long seed) {
  /** 2,000 resamples, the same every time. */
  public static final ClusterBootstrap STANDARD = new ClusterBootstrap(2000, 2020);

  /** Refuses less than one resample. */
  public ClusterBootstrap {
    if (resamples < 1) {
      throw new IllegalArgumentException(format("Expected resamples >= 1, got %d", resamples));
    }
  }

  /**
   * The 95 % percentile interval of a statistic. Resamples in which it is NaN are left out.
   *
   * @param clusters one a network
   * @param statistic of some clusters, in which one may stand more than once
   * @return NaN for both ends with fewer than two clusters or without a statistic. If all clusters
   *     are alike, both ends are the statistic, which is no certainty: callers must know
   */
  public <C> Interval interval(List<C> clusters, ToDoubleFunction<List<C>> statistic) {
    if (clusters.size() < 2) {
      return new Interval(Double.NaN, Double.NaN);
    }
    return interval(values(List.of(clusters), 0, strata -> statistic.applyAsDouble(strata.get(0))));
  }

  /** The 95 % percentile interval of values in increasing order; NaN without any. */
  static Interval interval(double[] sorted) {
    double tail = (1 - Interval.CONFIDENCE) / 2;
    return new Interval(quantile(sorted, tail), quantile(sorted, 1 - tail));
  }

  /**
   * A statistic of networks that are drawn within their strata, such as widths: its value in every
   * resample, in increasing order. Resamples in which it is NaN are left out.
   *
   * @param strata the clusters of each
   * @param fewer how many clusters fewer are drawn of a stratum than it has
   */
  <C> double[] values(List<List<C>> strata, int fewer, ToDoubleFunction<List<List<C>>> statistic) {
    Random random = Seed.random(seed);
    return DoubleStream.generate(
            () ->
                statistic.applyAsDouble(
                    strata.stream().map(own -> resample(own, fewer, random)).toList()))
        .limit(resamples)
        .filter(value -> !Double.isNaN(value))
        .sorted()
        .toArray();
  }

  private static <C> List<C> resample(List<C> clusters, int fewer, Random random) {
    List<C> drawn = new ArrayList<>(clusters.size());
    for (int i = fewer; i < clusters.size(); i++) {
      drawn.add(clusters.get(random.nextInt(clusters.size())));
    }
    return drawn;
  }

  /** Between the two nearest values in proportion (type 7 of Hyndman and Fan 1996). */
  static double quantile(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
