package org.opponency.attacks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.opponency.images.RgbImage;
import org.opponency.models.Pixels;
import org.opponency.models.VisionModel;

/**
 * An image, what an attack made of it, and the difference made visible.
 *
 * @param attack name of the attack
 * @param epsilon largest size of the perturbation in pixel units
 * @param label its class
 * @param decision what the network then decides
 * @param original the image
 * @param adversarial the perturbed image, rounded to 8 bits for the eye
 * @param perturbation the perturbation around mid-grey, amplified by {@code amplification}
 * @param amplification by how much, so that the largest change reaches black or white
 */
public record AdversarialPicture(
    String attack,
    double epsilon,
    int label,
    int decision,
    RgbImage original,
    RgbImage adversarial,
    RgbImage perturbation,
    double amplification) {
  /**
   * One image attacked.
   *
   * @throws ArithmeticException if a gradient or a logit is not a number
   */
  public static AdversarialPicture of(
      VisionModel vision, Attack attack, RgbImage image, int label, double epsilon, long seed) {
    try (NDManager scope = vision.manager().newSubManager()) {
      NDArray pixels = Pixels.of(scope, image);
      AttackBatch batch = AttackBatch.of(vision, pixels, new int[] {label}, epsilon, seed);
      NDArray adversarial = attack.perturb(batch);
      NDArray difference = adversarial.sub(pixels);
      double largest = difference.abs().max().getFloat();
      double amplification = largest > 0 ? 0.5 / largest : 1;
      int decision = batch.decision(batch.logits(vision.logits(adversarial)), 0);
      return new AdversarialPicture(
          attack.name(),
          epsilon,
          label,
          decision,
          image,
          Pixels.images(adversarial).get(0),
          Pixels.images(difference.mul(amplification).add(0.5)).get(0),
          amplification);
    }
  }
}
