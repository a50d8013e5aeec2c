package org.opponency.report.chart;

/** Layers as figures call them. */
public final class LayerNames {
  private LayerNames() {}

  /**
   * Such as Retina-2 of {@code retina.retina_conv2}; ResNet-1 is the ResNet's first convolution,
   * Ventral-1 that of a CIFAR-10 network.
   */
  public static String of(String layer) {
    return layer
        .replaceAll("^retina\\.retina_conv", "Retina-")
        .replace("ventral.conv", "ResNet-")
        .replace("ventral.ventral_conv0", "Ventral-1");
  }

  /** Such as R2 of {@code retina.retina_conv2}: R retina, C convolution, S stage. */
  public static String brief(String layer) {
    return layer
        .replaceAll("^retina\\.retina_conv", "R")
        .replaceAll("^ventral\\.(ventral_)?conv", "C")
        .replaceAll("^ventral\\.layer", "S");
  }
}
