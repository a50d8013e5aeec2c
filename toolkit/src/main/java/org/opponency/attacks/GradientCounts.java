package org.opponency.attacks;

/**
 * Counts that tell whether gradients can be trusted.
 *
 * @param gradients gradients taken, one for each image and step
 * @param zero those of them that were zero everywhere
 * @param climbs ways along gradients of iterated attacks, one for each image and positive epsilon
 * @param climbed those of them at whose end the loss was higher than at their start
 */
public record GradientCounts(long gradients, long zero, long climbs, long climbed) {
  /** No gradient yet. */
  public static final GradientCounts NONE = new GradientCounts(0, 0, 0, 0);

  /** Both together. */
  public GradientCounts plus(GradientCounts other) {
    return new GradientCounts(
        gradients + other.gradients,
        zero + other.zero,
        climbs + other.climbs,
        climbed + other.climbed);
  }
}
