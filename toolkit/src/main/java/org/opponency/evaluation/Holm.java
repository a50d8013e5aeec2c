package org.opponency.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Corrects p values for their number (Holm 1979). */
public final class Holm {
  private Holm() {}

  /** The corrected values in the order of the given ones; NaN is no test, and stays NaN. */
  public static double[] corrected(double... p) {
    List<Integer> byP =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .toList();
    double[] corrected = Arrays.copyOf(p, p.length);
    double least = 0;
    for (int rank = 0; rank < byP.size(); rank++) {
      least = Math.min(1, Math.max(least, (byP.size() - rank) * p[byP.get(rank)]));
      corrected[byP.get(rank)] = least;
    }
    return corrected;
  }
}
