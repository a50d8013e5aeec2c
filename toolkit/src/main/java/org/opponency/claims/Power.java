package org.opponency.claims;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How many networks in all would decide a claim, if the effect is as large as it looks so far:
 * enough for four of five studies to find it. NaN where nothing tells, infinite where there is no
 * effect. An effect so far is uncertain itself, and looks too large where it decided.
 */
final class Power {
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private static final double OFTEN = 0.8;

  /** Deviate of the level and of a power of 80 %. */
  private static final double WANTED =
      NORMAL.inverseCumulativeProbability(1 - Finding.LEVEL)
          + NORMAL.inverseCumulativeProbability(OFTEN);

  /** Beyond so many times as many there is no effect to speak of. */
  private static final double MOST = 100;

  /** More than any chi-square of this ledger need lie beyond its mean. */
  private static final double FAR = 50;

  private Power() {}

  /**
   * Of a test whose normal deviate grows with the square root of the number of networks: there must
   * be so many times more as the square of what is wanted over what there is.
   */
  static double ofDeviate(double p, double leastP, int networks) {
    if (Double.isNaN(p) || p >= 0.5) {
      return Double.isNaN(p) ? p : Double.POSITIVE_INFINITY;
    }
    if (p == leastP) {
      // All agree, and p is as small as so few allow: it shrinks by a factor with each more.
      return Math.ceil(networks * Math.log(Finding.LEVEL) / Math.log(p));
    }
    double times = WANTED / NORMAL.inverseCumulativeProbability(1 - Math.max(p, 1e-12));
    return Math.ceil(times * times * networks);
  }

  /** Of a sign test, if as large a share of networks changes, and of these agrees. */
  static double ofSigns(int more, int less, int networks) {
    if (more == less) {
      return Double.POSITIVE_INFINITY;
    }
    double changing = (double) (more + less) / networks;
    double agreeing = (double) Math.max(more, less) / (more + less);
    List<Double> found = new ArrayList<>(); // how often among 1, 2, ... that changed
    for (int all = 1; all <= MOST * networks; all++) {
      found.add(foundBySigns(all, agreeing));
      var changed = new BinomialDistribution(null, all, changing);
      double often =
          IntStream.rangeClosed(1, all)
              .mapToDouble(n -> changed.probability(n) * found.get(n - 1))
              .sum();
      if (often >= OFTEN) {
        return all;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private static double foundBySigns(int changed, double agreeing) {
    var chance = new BinomialDistribution(null, changed, 0.5);
    int most = chance.inverseCumulativeProbability(1 - Finding.LEVEL);
    return 1 - new BinomialDistribution(null, changed, agreeing).cumulativeProbability(most);
  }

  /**
   * Of whether widths differ: Kruskal and Wallis' statistic is about a chi-square, and what it has
   * beyond its mean grows with the number of networks.
   *
   * @param freedom widths but one
   */
  static double ofRanks(double p, int freedom, int networks) {
    var chance = new ChiSquaredDistribution(null, freedom);
    double beyond = chance.inverseCumulativeProbability(1 - p) - freedom;
    if (beyond <= 0) {
      return Double.POSITIVE_INFINITY;
    }
    double least = chance.inverseCumulativeProbability(1 - Finding.LEVEL);
    double wanted = new BrentSolver().solve(100, far -> above(least, freedom, far) - OFTEN, 0, FAR);
    return Math.ceil(wanted / beyond * networks);
  }

  /** How often a non-central chi-square is so large: a Poisson mixture of central ones. */
  private static double above(double bound, int freedom, double far) {
    double above = 0;
    double weight = Math.exp(-far / 2);
    for (int more = 0; more < 2 * FAR; more++) {
      var central = new ChiSquaredDistribution(null, freedom + 2.0 * more);
      above += weight * (1 - central.cumulativeProbability(bound));
      weight *= far / 2 / (more + 1);
    }
    return above;
  }

  /** What would decide a finding, in words. */
  static String words(Finding finding) {
    if (finding.verdict() != ClaimVerdict.TOO_FEW) {
      return finding.networks() == 0 ? "" : "decided";
    }
    double enough = finding.enough().getAsDouble();
    if (Double.isNaN(enough)) {
      return "unknown: no spread to tell by";
    } else if (enough > MOST * finding.networks()) {
      return format("more than %.0f times as many", MOST);
    }
    return format("%.0f networks, %.0f more", enough, Math.max(0, enough - finding.networks()));
  }
}
