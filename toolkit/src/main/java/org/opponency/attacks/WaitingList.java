package org.opponency.attacks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What is still to be done, in the order in which it is done. */
record WaitingList(AttackProtocol protocol, Findings findings) {
  /** The first images, a batch at most, that were not looked at without an attack. */
  List<Integer> unseen(List<Integer> images) {
    return images.stream().filter(findings::unseen).limit(protocol.batchSize()).toList();
  }

  /** The first images, a batch at most, on which an attack is still to be run. */
  List<Integer> images(Attack attack, List<Integer> images) {
    return images.stream()
        .filter(image -> epsilons().anyMatch(e -> findings.pending(attack, e, image)))
        .limit(protocol.batchSize())
        .toList();
  }

  /**
   * The first pairs, a batch at most, smaller epsilons first. In cumulative mode what comes of an
   * image at one epsilon decides whether it is attacked at the next, so it is listed once.
   */
  List<Pair> pairs(Attack attack, List<Integer> images) {
    List<Pair> pairs = new ArrayList<>();
    Set<Integer> listed = new HashSet<>();
    for (int e : epsilons().toArray()) {
      for (int image : images) {
        boolean wanted = protocol.mode() != Mode.CUMULATIVE || !listed.contains(image);
        if (wanted && pairs.size() < protocol.batchSize() && findings.pending(attack, e, image)) {
          pairs.add(new Pair(image, e));
          listed.add(image);
        }
      }
    }
    return pairs;
  }

  private IntStream epsilons() {
    return IntStream.range(0, protocol.epsilons().size());
  }
}
