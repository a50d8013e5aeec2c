package org.opponency.attacks;

import java.util.List;
import java.util.stream.IntStream;

/** Which attacks succeeded, by attack, epsilon and image, as far as they were tried. */
final class SuccessTable {
  private final AttackProtocol protocol;
  private final List<String> names;
  private final Boolean[] clean;
  private final Boolean[][][] success;

  SuccessTable(AttackProtocol protocol, int images) {
    this.protocol = protocol;
    names = protocol.attacks().stream().map(Attack::name).toList();
    clean = new Boolean[images];
    success = new Boolean[names.size()][protocol.epsilons().size()][images];
  }

  void add(List<AttackOutcome> outcomes) {
    outcomes.forEach(outcome -> row(outcome)[outcome.image()] = outcome.success());
  }

  private Boolean[] row(AttackOutcome outcome) {
    return outcome.attack().equals(AttackOutcome.CLEAN)
        ? clean
        : success[names.indexOf(outcome.attack())][protocol.epsilons().indexOf(outcome.epsilon())];
  }

  int images() {
    return clean.length;
  }

  /** Whether the network decides wrongly without an attack. */
  boolean misclassified(int image) {
    return Boolean.TRUE.equals(clean[image]);
  }

  /** False also where the attack was not tried. */
  boolean success(int attack, int epsilon, int image) {
    return Boolean.TRUE.equals(success[attack][epsilon][image]);
  }

  /** Whether the image is misclassified, or any attack succeeded at this very epsilon. */
  boolean brokenAt(int epsilon, int image) {
    return misclassified(image)
        || IntStream.range(0, names.size()).anyMatch(a -> success(a, epsilon, image));
  }

  /** Whether the image is broken at this epsilon or a smaller one. */
  boolean brokenUpTo(int epsilon, int image) {
    return IntStream.rangeClosed(0, epsilon).anyMatch(e -> brokenAt(e, image));
  }

  /** Whether the image is broken in the mode's sense. */
  boolean broken(int epsilon, int image) {
    return protocol.mode() == Mode.CUMULATIVE
        ? brokenUpTo(epsilon, image)
        : brokenAt(epsilon, image);
  }

  /** How many images are broken in the mode's sense. */
  long broken(int epsilon) {
    return IntStream.range(0, images()).filter(image -> broken(epsilon, image)).count();
  }

  /** The first images, a batch at most, that were not looked at without an attack. */
  List<Integer> unseen(List<Integer> group) {
    return group.stream()
        .filter(image -> clean[image] == null)
        .limit(protocol.batchSize())
        .toList();
  }

  /** The first images, a batch at most, on which an attack is still to be tried. */
  List<Integer> waiting(Attack attack, List<Integer> group) {
    return group.stream()
        .filter(image -> epsilons().anyMatch(e -> pending(attack, e, image)))
        .limit(protocol.batchSize())
        .toList();
  }

  /** Whether an attack is still to be tried on an image at an epsilon. */
  boolean pending(Attack attack, int epsilon, int image) {
    if (success[protocol.attacks().indexOf(attack)][epsilon][image] != null) {
      return false;
    }
    // At epsilon 0 an attack returns the image that has been seen already.
    return protocol.mode() == Mode.FULL
        || protocol.epsilons().get(epsilon) > 0 && !broken(epsilon, image);
  }

  private IntStream epsilons() {
    return IntStream.range(0, protocol.epsilons().size());
  }

  /** At most so much work is left, in forward passes an image. */
  long workLeft() {
    return protocol.attacks().stream()
        .flatMapToLong(
            attack -> IntStream.range(0, images()).mapToLong(image -> workLeft(attack, image)))
        .sum();
  }

  private long workLeft(Attack attack, int image) {
    long pairs = epsilons().filter(e -> pending(attack, e, image)).count();
    return AttackProtocol.work(attack, pairs > 0 ? 1 : 0, pairs);
  }
}
