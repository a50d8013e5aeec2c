package org.opponency.claims;

import static org.opponency.io.Text.format;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How many networks would decide a claim, if the effect is as large as it looks so far: enough for
 * four of five studies to find it. The normal deviate of a p grows with the square root of the
 * number of networks, so there must be so many times more as the square of what is wanted over what
 * there is. An effect so far is uncertain itself, and looks too large where it decided.
 */
final class Power {
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  /** Deviate of the level and of a power of 80 %. */
  private static final double WANTED =
      NORMAL.inverseCumulativeProbability(1 - Finding.LEVEL)
          + NORMAL.inverseCumulativeProbability(0.8);

  /** Beyond so many times as many there is no effect to speak of. */
  private static final double MOST = 100;

  private Power() {}

  /** How many networks in all; NaN where nothing tells, infinite where there is no effect. */
  static double networks(Finding finding) {
    double p = Math.min(finding.p(), finding.against());
    if (Double.isNaN(p) || p >= 0.5) {
      return Double.isNaN(p) ? p : Double.POSITIVE_INFINITY;
    }
    if (p == finding.leastP()) {
      // All agree, and p is as small as so few allow: it shrinks by a factor with each more.
      return Math.ceil(finding.networks() * Math.log(Finding.LEVEL) / Math.log(p));
    }
    double times = WANTED / NORMAL.inverseCumulativeProbability(1 - Math.max(p, 1e-12));
    return Math.ceil(times * times * finding.networks());
  }

  /** The same in words. */
  static String words(Finding finding) {
    if (finding.verdict() != ClaimVerdict.TOO_FEW) {
      return finding.networks() == 0 ? "" : "decided";
    }
    double networks = networks(finding);
    if (Double.isNaN(networks)) {
      return "unknown: no spread to tell by";
    } else if (networks > MOST * finding.networks()) {
      return format("more than %.0f times as many", MOST);
    }
    double more = Math.max(0, networks - finding.networks());
    return format("%.0f networks, %.0f more", networks, more);
  }
}
