package org.opponency.attacks;

/**
 * How far a measurement of robustness has come.
 *
 * @param attack name of the attack at work
 * @param epsilon the largest in the batch that was just done
 * @param images in all
 * @param broken those that were broken at any epsilon, or misclassified, so far
 * @param done work done, in forward passes an image
 * @param total the most there can be; it shrinks as images are broken
 */
public record AttackProgress(
    String attack, double epsilon, int images, int broken, long done, long total) {}
