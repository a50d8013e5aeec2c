package org.opponency.attacks;

/**
 * What came of one attack on one image.
 *
 * @param image by index in the set
 * @param attack name of the attack, {@link #CLEAN} for the image as it is
 * @param epsilon largest size of the perturbation in pixel units; 0 for the image as it is
 * @param success whether the network then decided wrongly
 */
public record AttackOutcome(int image, String attack, double epsilon, boolean success) {
  /** Stands for no attack at all. */
  public static final String CLEAN = "clean";
}
