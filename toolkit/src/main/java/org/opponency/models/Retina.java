package org.opponency.models;

/**
 * The retina of Lindsey et al. (2019): conv(3 to 32) - ReLU - conv(32 to width) - ReLU, stride 1,
 * "same" padding, with biases, no batch norm.
 *
 * @param width cells of Retina-2, the bottleneck N_BN; 0 stands for no retina at all
 * @param kernel side of both convolutions in pixels, odd: 7 before a ResNet, 9 for CIFAR-10
 */
public record Retina(int width, int kernel) {
  /** Channels of the first retinal convolution. */
  public static final int CHANNELS = 32;

  /** No retina: pixels go straight to the ventral stream, the reference of Figures 4 to 7. */
  public static final Retina NONE = new Retina(0, 1);

  /** Refuses a negative width and an even kernel, which has no "same" padding. */
  public Retina {
    if (width < 0 || kernel < 1 || kernel % 2 == 0) {
      throw new IllegalArgumentException(
          "Expected width >= 0 and an odd kernel, got width %d, kernel %d"
              .formatted(width, kernel));
    }
  }

  /** Whether there is a retina. */
  public boolean isPresent() {
    return width > 0;
  }
}
