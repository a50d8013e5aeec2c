package org.opponency.attacks;

import java.util.Comparator;
import java.util.List;

/**
 * How the robustness of a network is measured. Its text is part of a result's key.
 *
 * @param attacks at least one, told apart by name
 * @param epsilons largest sizes of perturbations in pixel units, not negative, rising
 * @param mode which attacks are run on which images
 * @param batchSize images in every pass through the network: it decides the last bits of logits
 * @param seed what all that is drawn derives from, with the image, the attack and the epsilon
 */
public record AttackProtocol(
    List<Attack> attacks, List<Double> epsilons, Mode mode, int batchSize, long seed) {
  /** The paper's epsilons (Figures 7 and 10). */
  public static final List<Double> PAPER_EPSILONS =
      List.of(
          0.0, 0.0005, 0.001, 0.0015, 0.002, 0.003, 0.005, 0.01, 0.02, 0.03, 0.1, 0.3, 0.5, 1.0);

  /** Refuses what cannot be measured; the message says what was expected. */
  public AttackProtocol {
    attacks = List.copyOf(attacks);
    epsilons = List.copyOf(epsilons);
    if (attacks.isEmpty() || names(attacks).stream().distinct().count() < attacks.size()) {
      throw new IllegalArgumentException(
          "Expected at least one attack and none of them twice, got " + names(attacks));
    }
    if (batchSize < 1) {
      throw new IllegalArgumentException("Expected at least 1 image a batch, got " + batchSize);
    }
    requireRising(epsilons);
  }

  /** The paper's: five attacks under L-infinity at 14 epsilons. */
  public static AttackProtocol paper(Mode mode, int batchSize, long seed) {
    return new AttackProtocol(Attack.five(Norm.LINF), PAPER_EPSILONS, mode, batchSize, seed);
  }

  private static void requireRising(List<Double> epsilons) {
    for (int i = 0; i < epsilons.size(); i++) {
      double least = i == 0 ? 0 : Math.nextUp(epsilons.get(i - 1));
      if (!(epsilons.get(i) >= least && Double.isFinite(epsilons.get(i)))) {
        throw new IllegalArgumentException(
            "Expected rising epsilons, none negative, got " + epsilons);
      }
    }
    if (epsilons.isEmpty()) {
      throw new IllegalArgumentException("Expected at least one epsilon, got none");
    }
  }

  private static List<String> names(List<Attack> attacks) {
    return attacks.stream().map(Attack::name).toList();
  }

  /** The same with another mode. */
  public AttackProtocol with(Mode other) {
    return new AttackProtocol(attacks, epsilons, other, batchSize, seed);
  }

  /** The same with other epsilons. */
  public AttackProtocol with(List<Double> others) {
    return new AttackProtocol(attacks, others, mode, batchSize, seed);
  }

  /** The same with batches of another size. */
  public AttackProtocol withBatchSize(int other) {
    return new AttackProtocol(attacks, epsilons, mode, other, seed);
  }

  /** First what works once an image, then what works anew for each epsilon; the cheaper first. */
  List<Attack> cheapestFirst() {
    return attacks.stream()
        .sorted(
            Comparator.comparingInt(Attack::gradientsPerEpsilon)
                .thenComparingInt(Attack::gradientsPerImage))
        .toList();
  }

  /** The work behind a batch, in forward passes an image; a gradient takes two. */
  long work(AttackOutcomes batch) {
    long pairs = batch.rows().size();
    return attacks.stream()
        .filter(attack -> attack.name().equals(batch.attack()))
        .mapToLong(attack -> work(attack, batch.images(), pairs))
        .findFirst()
        .orElse(pairs);
  }

  /** The most work an attack can be on so many images, and pairs of image and epsilon. */
  static long work(Attack attack, long images, long pairs) {
    return 2 * attack.gradientsPerImage() * images
        + (1 + 2L * attack.gradientsPerEpsilon()) * pairs;
  }

  /** At most so many gradients an attack takes an image. */
  long gradients(Attack attack) {
    return attack.gradientsPerImage() + (long) attack.gradientsPerEpsilon() * epsilons.size();
  }
}
