package org.opponency.attacks;

/**
 * One image under attack.
 *
 * @param image what names it in messages
 * @param label its class
 * @param epsilon largest size of the perturbation in pixel units
 * @param seed what a random attack draws from
 */
record Target(String image, int label, double epsilon, long seed) {
  Target {
    if (!(epsilon >= 0)) {
      throw new IllegalArgumentException(
          "Expected epsilons of at least 0, got %s for %s".formatted(epsilon, image));
    }
  }
}
