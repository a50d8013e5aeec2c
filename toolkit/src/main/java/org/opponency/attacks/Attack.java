package org.opponency.attacks;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.stream.Stream;
import org.opponency.io.Named;

/**
 * An untargeted attack on images with pixels in [0, 1]: it looks for a small perturbation that
 * makes the network decide for another class than the label. The factories give Foolbox 3's
 * defaults. {@code toString} lists every setting and is the attack's key in results.
 *
 * <p>An attack has two halves: what it works out once an image, and what it makes of that for one
 * epsilon. A new attack is one record with both; it joins the list of {@link #named}.
 */
public sealed interface Attack permits FastGradient, GradientDescent, UniformNoise, DeepFool {
  /** How the perturbation's size is measured. */
  Norm norm();

  /** A short name for tables and the command line, such as {@code pgd} or {@code pgd-l2}. */
  String name();

  /** At most so many gradients an image, whatever the number of epsilons. */
  default int gradientsPerImage() {
    return 0;
  }

  /** So many gradients for each epsilon of an image. */
  default int gradientsPerEpsilon() {
    return 0;
  }

  /**
   * What serves every epsilon of an image; the epsilons of the batch are not looked at.
   *
   * @return (N, 3, H, W), of the manager of the batch's pixels
   */
  default NDArray prepare(AttackBatch batch) {
    return batch.pixels();
  }

  /**
   * Images perturbed by at most the epsilon of each.
   *
   * @param prepared what {@link #prepare} gave for these images
   * @return (N, 3, H, W), in [0, 1], of the manager of the batch's pixels
   */
  NDArray perturb(AttackBatch batch, NDArray prepared);

  /** Both halves, one after the other. */
  default NDArray perturb(AttackBatch batch) {
    return perturb(batch, prepare(batch));
  }

  /** Fast gradient (sign) method (Goodfellow et al. 2015): one step as long as epsilon. */
  static Attack fgsm(Norm norm) {
    return new FastGradient(norm);
  }

  /**
   * Projected gradient descent (Madry et al. 2018) from a random start: L-infinity 40 steps of
   * epsilon * 0.01 / 0.3, L2 50 steps of epsilon * 0.025.
   */
  static Attack pgd(Norm norm) {
    return norm == Norm.LINF
        ? new GradientDescent(norm, 0.01 / 0.3, 40, true)
        : new GradientDescent(norm, 0.025, 50, true);
  }

  /** Basic iterative method (Kurakin et al. 2017): 10 steps of epsilon / 5 from the image. */
  static Attack bim(Norm norm) {
    return new GradientDescent(norm, 0.2, 10, false);
  }

  /** One draw of uniform noise scaled to epsilon. */
  static Attack uniformNoise(Norm norm) {
    return new UniformNoise(norm);
  }

  /** DeepFool (Moosavi-Dezfooli et al. 2016): 50 steps, ten candidates, overshoot 0.02. */
  static Attack deepFool(Norm norm) {
    return new DeepFool(norm, 50, 10, 0.02);
  }

  /** The five attacks of the paper (Figures 7 and 10) in a norm. */
  static List<Attack> five(Norm norm) {
    return List.of(fgsm(norm), pgd(norm), bim(norm), uniformNoise(norm), deepFool(norm));
  }

  /**
   * The attack of a name.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  static Attack named(String name) {
    List<Attack> known = Stream.of(Norm.values()).flatMap(norm -> five(norm).stream()).toList();
    return Named.find("attacks", known, Attack::name, name);
  }
}
