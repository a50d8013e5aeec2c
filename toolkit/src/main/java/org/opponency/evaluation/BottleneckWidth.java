package org.opponency.evaluation;

/** How the paper's N_BN, the channels of a network's bottleneck, is called wherever it is read. */
public final class BottleneckWidth {
  /** The width that stands for a network without a retina. */
  public static final int NO_RETINA = 0;

  private BottleneckWidth() {}

  /** Such as {@code width 4}, or {@code no retina}. */
  public static String name(int width) {
    return width == NO_RETINA ? "no retina" : "width " + width;
  }
}
