package org.opponency.attacks;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** What is known so far of each image, attack and epsilon. */
final class Findings {
  private enum Finding {
    WITHSTOOD,
    BROKEN
  }

  private final AttackProtocol protocol;
  private final Finding[] clean;
  private final Map<String, Finding[][]> byAttack = new HashMap<>();

  Findings(AttackProtocol protocol, int images) {
    this.protocol = protocol;
    clean = new Finding[images];
    for (Attack attack : protocol.attacks()) {
      byAttack.put(attack.toString(), new Finding[protocol.epsilons().size()][images]);
    }
  }

  void add(AttackedBatch batch) {
    for (Trial trial : batch.trials()) {
      Finding[] row = row(batch.attack(), trial.epsilon());
      for (int image : trial.images()) {
        row[image] = Finding.WITHSTOOD;
      }
      for (int image : trial.broken()) {
        row[image] = Finding.BROKEN;
      }
    }
  }

  private Finding[] row(String attack, double epsilon) {
    return attack.equals(AttackedBatch.CLEAN)
        ? clean
        : byAttack.get(attack)[protocol.epsilons().indexOf(epsilon)];
  }

  int images() {
    return clean.length;
  }

  /** Whether the image has not been looked at without an attack. */
  boolean unseen(int image) {
    return clean[image] == null;
  }

  /** Whether the network decides wrongly without an attack. */
  boolean misclassified(int image) {
    return clean[image] == Finding.BROKEN;
  }

  boolean broken(Attack attack, int epsilon, int image) {
    return byAttack.get(attack.toString())[epsilon][image] == Finding.BROKEN;
  }

  /** Whether the image is misclassified, or any attack broke it at this very epsilon. */
  boolean broken(int epsilon, int image) {
    return misclassified(image)
        || protocol.attacks().stream().anyMatch(attack -> broken(attack, epsilon, image));
  }

  /** Whether the image is broken at this epsilon or a smaller one. */
  boolean brokenUpTo(int epsilon, int image) {
    for (int e = 0; e <= epsilon; e++) {
      if (broken(e, image)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the attack is still to be run on an image at an epsilon. */
  boolean pending(Attack attack, int epsilon, int image) {
    if (byAttack.get(attack.toString())[epsilon][image] != null) {
      return false;
    }
    return switch (protocol.mode()) {
      case FULL -> true;
      // At epsilon 0 an attack returns the image that has been seen already.
      case WORST_CASE -> protocol.epsilons().get(epsilon) > 0 && !broken(epsilon, image);
      case CUMULATIVE -> protocol.epsilons().get(epsilon) > 0 && !brokenUpTo(epsilon, image);
    };
  }

  /** How many images are known to be broken at an epsilon or, where it counts, below. */
  int broken(int epsilon) {
    boolean cumulative = protocol.mode() == Mode.CUMULATIVE;
    return (int)
        IntStream.range(0, images())
            .filter(i -> cumulative ? brokenUpTo(epsilon, i) : broken(epsilon, i))
            .count();
  }

  /** At most so much work is left, in forward passes an image. */
  long work() {
    long work = 0;
    for (Attack attack : protocol.attacks()) {
      for (int image = 0; image < images(); image++) {
        work += work(attack, image);
      }
    }
    return work;
  }

  private long work(Attack attack, int image) {
    long pairs =
        IntStream.range(0, protocol.epsilons().size())
            .filter(e -> pending(attack, e, image))
            .count();
    return AttackProtocol.work(attack, pairs > 0 ? 1 : 0, pairs);
  }
}
