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

  /**
   * What a user means: {@code imagenet}, {@code as-is}, or six numbers separated by commas, the
   * means of red, green and blue, then the deviations.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static Normalisation named(String text) {
    return switch (text) {
      case "imagenet" -> IMAGENET;
      case "as-is" -> NONE;
      default -> ofNumbers(text);
    };
  }

  private static Normalisation ofNumbers(String text) {
    String[] numbers = text.split(",");
    if (numbers.length != 6 || !text.matches("[0-9.,]+")) {
      throw new IllegalArgumentException(
          format(
              "Expected pixels to be treated by imagenet, as-is, or three means and three"
                  + " deviations such as 0.49,0.48,0.45,0.25,0.24,0.26, got \"%s\"",
              text));
    }
    float[] n = new float[6];
    for (int i = 0; i < n.length; i++) {
      n[i] = Float.parseFloat(numbers[i]);
    }
    return new Normalisation(n[0], n[1], n[2], n[3], n[4], n[5]);
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
