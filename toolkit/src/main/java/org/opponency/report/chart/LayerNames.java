package org.opponency.report.chart;

/** Layers as figures call them. */
public final class LayerNames {
  private LayerNames() {}

  /**
   * Such as Retina-2 of {@code retina.retina_conv2}; ResNet-1 is the ResNet's first convolution.
   */
  public static String of(String layer) {
    return layer.replaceAll("^retina\\.retina_conv", "Retina-").replace("ventral.conv", "ResNet-");
  }

  /** Such as R2 of {@code retina.retina_conv2}: R retina, C convolution, S stage. */
  public static String brief(String layer) {
    return layer
        .replaceAll("^retina\\.retina_conv", "R")
        .replaceAll("^ventral\\.(ventral_)?conv", "C")
        .replaceAll("^ventral\\.layer", "S");
  }
}
