package org.opponency.images;

import static org.opponency.io.Text.format;

/**
 * What a model does to pixels in [0, 1] before its first layer: {@code (x - mean) / sd}, channel by
 * channel, R, G, B. Models apply it inside, so stimuli and attacks stay in pixel units.
 */
public record Normalisation(
    float meanRed, float meanGreen, float meanBlue, float sdRed, float sdGreen, float sdBlue) {
  /** Mean and s.d. of ImageNet's pixels as torchvision's models expect them. */
  public static final Normalisation IMAGENET =
      new Normalisation(0.485f, 0.456f, 0.406f, 0.229f, 0.224f, 0.225f);

  /** Pixels stay in [0, 1]. */
  public static final Normalisation NONE = new Normalisation(0, 0, 0, 1, 1, 1);

  /** Refuses standard deviations that cannot be divided by. */
  public Normalisation {
    if (!(sdRed > 0 && sdGreen > 0 && sdBlue > 0)) {
      throw new IllegalArgumentException(
          format("Expected positive standard deviations, got %s, %s, %s", sdRed, sdGreen, sdBlue));
    }
  }

  /** The means of red, green and blue, a new array. */
  public float[] mean() {
    return new float[] {meanRed, meanGreen, meanBlue};
  }

  /** The standard deviations of red, green and blue, a new array. */
  public float[] sd() {
    return new float[] {sdRed, sdGreen, sdBlue};
  }
}
