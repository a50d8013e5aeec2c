package org.opponency.models;

import static org.opponency.io.Text.format;

/**
 * The retina of Lindsey et al. (2019): conv(3 to channels) - ReLU - conv(channels to width) - ReLU,
 * stride 1, "same" padding, with biases, no batch norm.
 *
 * @param width cells of Retina-2, the bottleneck N_BN; 0 stands for no retina at all
 * @param kernel side of both convolutions in pixels, odd: 7 before a ResNet, 9 for CIFAR-10
 * @param channels of the first retinal convolution, Retina-1
 */
public record Retina(int width, int kernel, int channels) {
  /** Channels of the first retinal convolution in all networks of the paper. */
  public static final int CHANNELS = 32;

  /** No retina: pixels go straight to the ventral stream, the reference of Figures 4 to 7. */
  public static final Retina NONE = new Retina(0, 1);

  /** Refuses a negative width and an even kernel, which has no "same" padding. */
  public Retina {
    if (width < 0 || kernel < 1 || kernel % 2 == 0) {
      throw new IllegalArgumentException(
          format("Expected width >= 0 and an odd kernel, got width %d, kernel %d", width, kernel));
    }
    if (channels < 1) {
      throw new IllegalArgumentException("Expected channels >= 1, got " + channels);
    }
  }

  /** A retina with the paper's 32 channels in Retina-1. */
  public Retina(int width, int kernel) {
    this(width, kernel, CHANNELS);
  }

  /** Whether there is a retina. */
  public boolean isPresent() {
    return width > 0;
  }

  /** The usual number of channels goes without saying: trained networks are known by this text. */
  @Override
  public String toString() {
    String usual = format("Retina[width=%d, kernel=%d", width, kernel);
    return channels == CHANNELS ? usual + "]" : usual + format(", channels=%d]", channels);
  }
}
