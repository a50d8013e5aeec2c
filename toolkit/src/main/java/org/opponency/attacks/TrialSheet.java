package org.opponency.attacks;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Collects what comes of pairs of image and epsilon, one trial an epsilon. */
final class TrialSheet {
  private record Entry(int image, boolean broken) {}

  private final List<Double> epsilons;
  private final TreeMap<Integer, List<Entry>> entries = new TreeMap<>();

  TrialSheet(AttackProtocol protocol) {
    epsilons = protocol.epsilons();
  }

  void add(List<Pair> pairs, boolean[] broken) {
    for (int i = 0; i < pairs.size(); i++) {
      entries
          .computeIfAbsent(pairs.get(i).epsilon(), epsilon -> new ArrayList<>())
          .add(new Entry(pairs.get(i).image(), broken[i]));
    }
  }

  List<Trial> trials() {
    return entries.entrySet().stream()
        .map(entry -> trial(epsilons.get(entry.getKey()), entry.getValue()))
        .toList();
  }

  private static Trial trial(double epsilon, List<Entry> entries) {
    return new Trial(
        epsilon,
        entries.stream().mapToInt(Entry::image).toArray(),
        entries.stream().filter(Entry::broken).mapToInt(Entry::image).toArray());
  }
}
