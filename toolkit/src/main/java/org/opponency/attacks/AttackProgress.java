package org.opponency.attacks;

/**
 * How far a measurement of robustness has come.
 *
 * @param attack name of the attack at work
 * @param epsilon the largest in the batch that was just done
 * @param images in all
 * @param broken those that are known to be broken at that epsilon, or misclassified
 * @param done work done, in forward passes an image
 * @param total the most there can be; it shrinks as images are broken
 */
public record AttackProgress(
    String attack, double epsilon, int images, int broken, long done, long total) {}
