package org.opponency.attacks;

import org.opponency.io.Fraction;

/**
 * One point of a curve: how often a network is right in spite of an attack.
 *
 * @param attack name of the attack, {@code worst case} or {@code cumulative} for all of them
 * @param epsilon largest size of the perturbation in pixel units
 * @param images how many were attacked
 * @param accuracy fraction of them that the network still decides rightly
 */
public record AccuracyUnderAttack(
    String attack, double epsilon, int images, @Fraction double accuracy) {
  /** Any of the attacks succeeded at this very epsilon. */
  public static final String WORST_CASE = "worst case";

  /** Any of the attacks succeeded at this epsilon or a smaller one. */
  public static final String CUMULATIVE = "cumulative";
}
