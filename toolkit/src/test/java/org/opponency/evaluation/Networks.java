package org.opponency.evaluation;

import static org.opponency.io.Text.format;

/** Values of networks that need not exist. */
public final class Networks {
  private Networks() {}

  /** A value of a network that is named after its width and run. */
  public static <R> Measured<R> measured(int width, int run, boolean dead, R value) {
    String name = format("width %d, run %d", width, run);
    return new Measured<>(new NetworkId(name, width, run, 0, dead), value);
  }

  /** A number of the first, living run of a width. */
  public static Measured<Double> alive(int width, double value) {
    return measured(width, 0, false, value);
  }

  /** A number of a run whose bottleneck is dead. */
  public static Measured<Double> dead(int width, double value) {
    return measured(width, 1, true, value);
  }
}
