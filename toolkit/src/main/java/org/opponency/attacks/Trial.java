package org.opponency.attacks;

/**
 * Some images attacked with one epsilon.
 *
 * @param epsilon largest size of the perturbation in pixel units
 * @param images which images, by index
 * @param broken those of them that the network then decided wrongly
 */
public record Trial(double epsilon, int[] images, int[] broken) {}
