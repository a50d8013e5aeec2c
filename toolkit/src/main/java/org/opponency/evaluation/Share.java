package org.opponency.evaluation;

import static org.opponency.io.Text.format;

import java.util.Collection;
import java.util.DoubleSummaryStatistics;

/**
 * So many of so many, such as a network's opponent cells among its cells. Whole numbers where they
 * are counted.
 *
 * @param count how many are of the kind
 * @param of how many there are
 */
public record Share(double count, double of) {
  /** Refuses more than all, and less than none. */
  public Share {
    if (!(count >= 0 && count <= of)) {
      throw new IllegalArgumentException(
          format("Expected 0 <= count <= of, got %s of %s", count, of));
    }
  }

  /** All of some networks together. */
  static Share sum(Collection<Share> networks) {
    DoubleSummaryStatistics counts = new DoubleSummaryStatistics();
    DoubleSummaryStatistics all = new DoubleSummaryStatistics();
    for (Share network : networks) {
      counts.accept(network.count);
      all.accept(network.of);
    }
    return new Share(counts.getSum(), all.getSum());
  }

  /** The fraction that it is; NaN of none. */
  public double fraction() {
    return count / of;
  }
}
