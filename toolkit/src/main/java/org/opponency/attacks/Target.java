package org.opponency.attacks;

import static org.opponency.io.Text.format;

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
          format("Expected epsilons of at least 0, got %s for %s", epsilon, image));
    }
  }
}
