package org.opponency.evaluation;

import static org.opponency.evaluation.Networks.measured;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.random.JDKRandomGenerator;
import org.opponency.io.Seed;

/** Numbers and shares of networks that need not exist. */
final class Samples {
  /** Seeds are mixed: the first numbers of Java's generators hang together for seeds in a row. */
  private final Random random;

  private final JDKRandomGenerator generator = new JDKRandomGenerator();

  Samples(int seed) {
    random = Seed.random(seed);
    generator.setSeed(Seed.of(seed, 1));
  }

  /** The values of the networks of a width. */
  static ByWidth of(int width, double... values) {
    List<Measured<Double>> rows = new ArrayList<>();
    for (int run = 0; run < values.length; run++) {
      rows.add(measured(width, run, false, values[run]));
    }
    return new ByWidth("m", rows);
  }

  /** Both together. */
  static ByWidth and(ByWidth one, ByWidth other) {
    List<Measured<Double>> rows = new ArrayList<>(one.rows());
    rows.addAll(other.rows());
    List<Measured<Share>> shares = new ArrayList<>(one.shares());
    shares.addAll(other.shares());
    return new ByWidth("m", one.shownAs(), rows, shares);
  }

  /** Shares of the networks of a width, each {count, of}. */
  static ByWidth shares(int width, double[]... networks) {
    List<Measured<Share>> rows = new ArrayList<>();
    for (int run = 0; run < networks.length; run++) {
      rows.add(measured(width, run, false, new Share(networks[run][0], networks[run][1])));
    }
    return ByWidth.ofShares("m", rows, share -> share);
  }

  /** Normal values. */
  ByWidth normal(int width, int networks, double mean, double sd) {
    double[] values = new double[networks];
    for (int i = 0; i < networks; i++) {
      values[i] = mean + sd * random.nextGaussian();
    }
    return of(width, values);
  }

  /**
   * Opponent cells of networks of which each has its own probability of them.
   *
   * @param alike correlation of two cells of a network: 0 if they are independent, 1 if all are
   *     alike
   */
  ByWidth cells(int width, int networks, int cells, double share, double alike) {
    double[][] counts = new double[networks][];
    for (int i = 0; i < networks; i++) {
      double own = probability(share, alike);
      counts[i] = new double[] {new BinomialDistribution(generator, cells, own).sample(), cells};
    }
    return shares(width, counts);
  }

  private double probability(double share, double alike) {
    if (alike == 0) {
      return share;
    } else if (alike == 1) {
      return random.nextDouble() < share ? 1 : 0;
    }
    double odds = (1 - alike) / alike;
    return new BetaDistribution(generator, share * odds, (1 - share) * odds).sample();
  }
}
