package org.opponency.images.batch;

import java.util.Random;
import java.util.stream.IntStream;
import org.opponency.io.Seed;

/** In which order the images of a set are visited. */
public final class VisitingOrder {
  private VisitingOrder() {}

  /** 0, 1, ..., {@code size - 1}. */
  public static int[] sequential(int size) {
    return IntStream.range(0, size).toArray();
  }

  /**
   * A random order (Fisher-Yates), the same on every machine for the same arguments, independent
   * from one epoch to the next.
   */
  public static int[] shuffled(int size, long seed, int epoch) {
    int[] order = sequential(size);
    Random random = Seed.random(seed, epoch);
    for (int last = size - 1; last > 0; last--) {
      int chosen = random.nextInt(last + 1);
      int swapped = order[last];
      order[last] = order[chosen];
      order[chosen] = swapped;
    }
    return order;
  }
}
